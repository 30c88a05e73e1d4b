import { beforeEach, expect, test, vi } from 'vitest';
import { log } from '@/server/log.ts';
import { signIn, signOut } from '@/server/sign-in.ts';
import { signInAction, signOutAction } from './session-actions.ts';

vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: 'club.example', origin: 'https://evil.example' }),
}));
vi.mock('@/server/sign-in.ts', () => ({ signIn: vi.fn(), signOut: vi.fn() }));

const warned = vi.spyOn(log, 'warn').mockReturnValue();
beforeEach(() => warned.mockClear());

test('a sign-in that another site sends is told so, tries no password and is logged', async () => {
  const form = new FormData();
  form.set('email', 'a@club.example');
  form.set('password', 'the right one');

  const state = await signInAction({ problem: null, email: '' }, form);

  expect(state).toEqual({
    problem: 'This request came from another site. Use the buttons of the admin pages.',
    email: 'a@club.example',
  });
  expect(signIn).not.toHaveBeenCalled();
  expect(warned).toHaveBeenCalledExactlyOnceWith('session.sign_in_from_elsewhere');
});

test('a sign-out that another site sends signs nobody out, and is logged', async () => {
  await signOutAction();

  expect(signOut).not.toHaveBeenCalled();
  expect(warned).toHaveBeenCalledExactlyOnceWith('session.sign_out_from_elsewhere');
});
