//! From bytes to pixels.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage};

use crate::text::{Clean, guard};

/// More pixels are not decoded: 25 megapixels are what cameras give; newspapers send a tenth of it.
const MOST_PIXELS: u64 = 25_000_000;
/// Neither side is longer, in pixels.
const LONGEST_SIDE: u32 = 16_384;
/// The decoder may take so many bytes.
const MOST_BYTES: u64 = 160 << 20;
/// Pictures are kept no longer than this on either side, in pixels: no terminal shows more.
const KEPT_SIDE: u32 = 1600;

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureFault {
    /// It is no picture, or of a kind that umland does not know.
    #[error("not a JPEG, PNG, GIF or WebP picture")]
    Kind,
    /// It has more pixels than are decoded.
    #[error("too large: {width} × {height} pixels")]
    Pixels {
        /// Columns.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// It is damaged.
    #[error("damaged: {0}")]
    Damaged(Clean),
}

/// Decodes a picture; of an animated one the first frame. Transparent parts are white. Takes long: not for the task that
/// draws.
///
/// # Errors
/// When it is none, too large (the header tells before anything is decoded), or damaged.
pub fn decode(bytes: &[u8]) -> Result<DynamicImage, PictureFault> {
    let decoded = guard::guarded(|| decode_unguarded(bytes));
    decoded.unwrap_or_else(|panic| Err(PictureFault::Damaged(Clean::line(&panic))))
}

fn decode_unguarded(bytes: &[u8]) -> Result<DynamicImage, PictureFault> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader.map_err(|_| PictureFault::Kind)?;
    if reader.format().is_none() {
        return Err(PictureFault::Kind);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|fault| damaged(&fault))?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS || width.max(height) > LONGEST_SIDE {
        return Err(PictureFault::Pixels { width, height });
    }
    let orientation = decoder.orientation().ok();
    let mut image = DynamicImage::from_decoder(decoder).map_err(|fault| damaged(&fault))?;
    if image.width().max(image.height()) > KEPT_SIDE {
        image = image.thumbnail(KEPT_SIDE, KEPT_SIDE);
    }
    if let Some(orientation) = orientation {
        image.apply_orientation(orientation);
    }
    Ok(DynamicImage::ImageRgb8(on_white(&image)))
}

fn damaged(fault: &image::ImageError) -> PictureFault {
    PictureFault::Damaged(Clean::line(&fault.to_string()))
}

fn on_white(image: &DynamicImage) -> RgbImage {
    if !image.color().has_alpha() {
        return image.to_rgb8();
    }
    let with_alpha = image.to_rgba8();
    RgbImage::from_fn(image.width(), image.height(), |x, y| {
        let [r, g, b, alpha] = with_alpha.get_pixel(x, y).0;
        let over = |c: u8| {
            let alpha = u16::from(alpha);
            u8::try_from((u16::from(c) * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(r), over(g), over(b)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        DynamicImage::new_rgba8(width, height)
            .write_to(&mut out, image::ImageFormat::Png)
            .expect("memory takes everything");
        out.into_inner()
    }

    #[test]
    fn transparent_is_white_and_large_is_made_smaller() {
        let image = decode(&png(3, 2)).expect("a picture").to_rgb8();
        assert_eq!((image.dimensions(), image.get_pixel(0, 0).0), ((3, 2), [255; 3]));
        let image = decode(&png(3200, 800)).expect("a picture");
        assert_eq!((image.width(), image.height()), (1600, 400));
    }

    #[test]
    fn a_bomb_is_refused_by_its_header() {
        let mut bomb = png(2, 2);
        bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        // The header's checksum is wrong now; that it is not even looked at further is the point.
        assert!(matches!(
            decode(&bomb),
            Err(PictureFault::Pixels { .. } | PictureFault::Damaged(_))
        ));
        let mut gif = b"GIF89a\xff\xff\xff\xff\x00\x00\x00".to_vec();
        gif.extend_from_slice(b",\0\0\0\0\xff\xff\xff\xff\0\x02\0;");
        assert_eq!(decode(&gif), Err(PictureFault::Pixels { width: 65_535, height: 65_535 }));
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert_eq!(decode(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(PictureFault::Kind));
        assert_eq!(decode(b""), Err(PictureFault::Kind));
        let cut = png(40, 40);
        assert!(matches!(decode(&cut[..60]), Err(PictureFault::Damaged(_))));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..200), kind in 0usize..4) {
            let starts: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"\xff\xd8\xff\xe0"];
            let _ = decode_unguarded(&[starts[kind], &bytes].concat());
        }
    }
}
