import { Container, Text } from '@mantine/core';
import Link from 'next/link';
import { ClubMark } from './club-mark.tsx';
import classes from './site-footer.module.css';

/** Below every public page: the club, the rules and the link to the admin pages. */
export function SiteFooter() {
  return (
    <footer className={classes.footer}>
      <Container size="lg" className={classes.row}>
        <ClubMark size={28} />
        <div className={classes.club}>
          <Text fw={700} size="sm">
            BerkoTNF
          </Text>
          <Text size="sm" c="dimmed">
            Thursday Night Football, Berkhamsted
          </Text>
        </div>
        <nav aria-label="More" className={classes.links}>
          <Link href="/rules" prefetch={false}>
            How stats work
          </Link>
          {/* A full load: the admin's pages have a root layout of their own. */}
          <a href="/admin/info">Club admin</a>
        </nav>
      </Container>
    </footer>
  );
}
