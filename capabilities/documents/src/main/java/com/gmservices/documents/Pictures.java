package com.gmservices.documents;

import com.gmservices.documents.Document.Measures;
import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws a picture anew, upright and in sRGB, so that nothing is left of it but what is seen: no place, no camera, no
 * comment, nothing hidden behind its end. How large it is is read before it is decoded, and one is drawn at a time, at
 * no more than twelve million points: the largest takes some seventy megabytes while it is worked on.
 */
@Component
class Pictures {

    private static final long MOST_PIXELS = 60_000_000;

    /** A progressive one is decoded as a whole, whatever we ask for. */
    private static final long MOST_PROGRESSIVE = 24_000_000;

    private static final int LONGEST_SIDE = 20_000;
    private static final long DRAWN = 12_500_000;
    private static final int THUMBNAIL = 320;
    private static final float QUALITY = 0.88f;

    private final Semaphore easel = new Semaphore(1);

    Pictures() {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
    }

    /** @param kind that it was written as */
    record Drawn(FileKind kind, Measures measures) {}

    /** @throws DocumentRefused.Unfit when it is too large or cannot be read */
    Drawn draw(FileKind kind, Path source, Path target, Path thumbnail) throws IOException {
        easel.acquireUninterruptibly();
        try {
            BufferedImage upright = upright(kind, source);
            FileKind drawnAs = kind == FileKind.JPEG || (kind == FileKind.WEBP && !isSeeThrough(upright))
                    ? FileKind.JPEG
                    : FileKind.PNG;
            write(upright, drawnAs, target);
            write(opaque(smaller(upright)), FileKind.JPEG, thumbnail);
            return new Drawn(drawnAs, new Measures(upright.getWidth(), upright.getHeight()));
        } catch (RuntimeException e) {
            throw e instanceof DocumentRefused ? e : unreadable(e);
        } finally {
            easel.release();
        }
    }

    /** Readers throw whatever occurs to them at what is no picture. */
    private static DocumentRefused unreadable(Exception why) {
        var refused = new DocumentRefused.Unfit(
                "file-unreadable", "This picture cannot be read: it is broken, or cut off. Save it again");
        refused.initCause(why);
        return refused;
    }

    private static BufferedImage upright(FileKind kind, Path source) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(source.toFile())) {
            int orientation = kind == FileKind.JPEG ? orientation(in) : 1;
            boolean progressive = kind == FileKind.JPEG && isProgressive(in);
            ImageReader reader = reader(kind);
            try {
                in.seek(0);
                reader.setInput(in, true, true);
                long pixels = check(reader, progressive);
                BufferedImage read = read(reader, pixels);
                return turned(read, orientation);
            } catch (IOException e) {
                throw unreadable(e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(FileKind kind) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(kind.mediaType());
        return readers.next();
    }

    private static long check(ImageReader reader, boolean progressive) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || pixels > (progressive ? MOST_PROGRESSIVE : MOST_PIXELS)) {
            throw new DocumentRefused.Unfit(
                    "picture-too-large",
                    "This picture has %,d × %,d points, which is too many. Make it smaller".formatted(width, height));
        }
        return pixels;
    }

    private static BufferedImage read(ImageReader reader, long pixels) throws IOException {
        ImageReadParam wish = reader.getDefaultReadParam();
        int every = (int) Math.ceil(Math.sqrt((double) pixels / DRAWN));
        if (every > 1) {
            wish.setSourceSubsampling(every, every, 0, 0);
        }
        return reader.read(0, wish);
    }

    /** As the camera was held (EXIF's orientation, 1 to 8), and in the colours that every screen knows. */
    private static BufferedImage turned(BufferedImage read, int orientation) {
        int width = read.getWidth();
        int height = read.getHeight();
        boolean lies = orientation > 4;
        var turned = new BufferedImage(
                lies ? height : width,
                lies ? width : height,
                isSeeThrough(read) ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = turned.createGraphics();
        canvas.drawImage(read, turn(orientation, width, height), null);
        canvas.dispose();
        return turned;
    }

    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static int orientation(ImageInputStream in) throws IOException {
        for (JPEGSegment exif : JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif")) {
            try (InputStream data = exif.data()) {
                data.skipNBytes(1);
                return orientation(data.readAllBytes());
            }
        }
        return 1;
    }

    /** What a camera has written may be anything; a picture that lies on its side is still a picture. */
    private static int orientation(byte[] exif) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(exif))) {
            Directory all = new TIFFReader().read(in);
            Directory first =
                    all instanceof CompoundDirectory many && many.directoryCount() > 0 ? many.getDirectory(0) : all;
            Entry entry = first.getEntryById(TIFF.TAG_ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
        } catch (IOException | RuntimeException _) {
            return 1;
        }
    }

    private static boolean isProgressive(ImageInputStream in) throws IOException {
        in.seek(0);
        List<JPEGSegment> frames = JPEGSegmentUtil.readSegments(in, JPEG.SOF2, null);
        return !frames.isEmpty();
    }

    /** By halves, which keeps thin lines. */
    private static BufferedImage smaller(BufferedImage picture) {
        BufferedImage now = picture;
        double scale = Math.min(1, (double) THUMBNAIL / Math.max(picture.getWidth(), picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        while (now.getWidth() / 2 >= width
                && now.getHeight() / 2 >= height
                && now.getWidth() > 1
                && now.getHeight() > 1) {
            now = scaled(now, now.getWidth() / 2, now.getHeight() / 2);
        }
        return now.getWidth() == width && now.getHeight() == height ? now : scaled(now, width, height);
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        var scaled = new BufferedImage(width, height, picture.getType());
        Graphics2D canvas = scaled.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, null);
        canvas.dispose();
        return scaled;
    }

    private static BufferedImage opaque(BufferedImage picture) {
        if (!isSeeThrough(picture)) {
            return picture;
        }
        var opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = opaque.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return opaque;
    }

    private static boolean isSeeThrough(BufferedImage picture) {
        return picture.getColorModel().hasAlpha();
    }

    private static void write(BufferedImage picture, FileKind kind, Path target) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(target.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), quality(writer, kind));
        } finally {
            writer.dispose();
        }
    }

    private static @Nullable ImageWriteParam quality(ImageWriter writer, FileKind kind) {
        if (kind != FileKind.JPEG) {
            return null;
        }
        ImageWriteParam wish = writer.getDefaultWriteParam();
        wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wish.setCompressionQuality(QUALITY);
        return wish;
    }
}
