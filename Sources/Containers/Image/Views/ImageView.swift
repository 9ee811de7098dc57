package import Source

/// The content of an image, read without starting it. A view of an image at rest never answers unknown; a predicted one does.
package protocol ImageView: Sendable {
  /// How people name the image.
  var reference: String { get }
  /// The digest of its manifest, or of its configuration where it has no manifest; nil for a prediction.
  var digest: Digest? { get }
  var configuration: Known<ImageConfiguration> { get }

  /// The entry at an absolute path; links are followed in the folders on the way, not at the end.
  func entry(at path: String) throws(ImageError) -> Known<ImageEntry>
  /// Everything under an absolute path at any depth, in the byte order of paths, the path itself left out.
  func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]>
  /// The content of a regular file; links are followed to the end.
  func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]>
  /// Where the content of a regular file lies, to be read piece by piece; links are followed to the end.
  func content(of path: String) throws(ImageError) -> Known<FileContent>
  /// The same image by its layers, where it has some.
  var layered: LayeredImageView? { get }
}

extension ImageView {
  package var layered: LayeredImageView? { nil }

  /// A view of no image at rest has no place for contents.
  package func content(of path: String) throws(ImageError) -> Known<FileContent> {
    .unknown(UnknownReason("`\(reference)` is no image at rest"))
  }
}
