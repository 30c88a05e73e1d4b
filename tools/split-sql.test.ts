import { expect, test } from 'vitest';
import { splitSql } from './split-sql.ts';

const texts = (script: string) => splitSql(script).map((statement) => statement.text);

test('a semicolon ends a statement; the last one needs none', () => {
  expect(texts('select 1; select 2 ;\nselect 3')).toEqual(['select 1', 'select 2 ', 'select 3']);
});

test.each([
  "select 'a;b', 'it''s;'",
  String.raw`select E'\';'`,
  'select 1 as "odd;""name"',
  'do $$ begin perform 1; end $$',
  'do $body$ select $$;$$; $body$',
  'select /* ; */ 1 -- ;',
  'create function f() returns int begin atomic select case when true then 1 end; select 2; end',
  "select case when true then ';' end as end",
])('a semicolon inside does not: %s', (statement) => {
  expect(texts(`${statement}\n;select 'next'`)).toEqual([`${statement}\n`, "select 'next'"]);
});

test('what follows a body that contained `end` is a statement of its own', () => {
  const body = 'create function f() returns int begin atomic select 1; end';

  expect(texts(`${body}; select 2`)).toEqual([body, 'select 2']);
});

test('parameters and names with a dollar are no quotes', () => {
  expect(texts('select $1; select a$b$ ; select 2')).toEqual([
    'select $1',
    'select a$b$ ',
    'select 2',
  ]);
});

test('each statement knows the line it begins on, comments before it aside', () => {
  const script = '-- first\nselect 1;\n\n/* two\nlines */\nselect\n  2;\n-- nothing more\n';

  expect(splitSql(script).map(({ line }) => line)).toEqual([2, 6]);
});

test('comments alone are no statement', () => {
  expect(splitSql('-- nothing; here\n/* nor; here */ ;;')).toEqual([]);
});
