import { ImageResponse } from 'next/og';
import { ClubMark } from '@/components/club-mark.tsx';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** The mark on a phone's home screen, which rounds the corners itself and takes no SVG. */
export default function AppleIcon() {
  return new ImageResponse(
    <div style={{ display: 'flex', width: '100%', height: '100%', backgroundColor: '#129956' }}>
      <ClubMark size={180} />
    </div>,
    size,
  );
}
