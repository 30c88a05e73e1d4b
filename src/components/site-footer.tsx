import { Container, Group, Text } from '@mantine/core';
import classes from './site-footer.module.css';

export function SiteFooter() {
  return (
    <footer className={classes.footer}>
      <Container size="lg">
        <Group justify="space-between" gap="xs">
          <Text size="sm" c="dimmed">
            BerkoTNF: weekly five-a-side, every number from the match history.
          </Text>
          {/* A full load: the admin's pages have a root layout of their own. */}
          <a href="/admin/info" className={classes.link}>
            Club admin
          </a>
        </Group>
      </Container>
    </footer>
  );
}
