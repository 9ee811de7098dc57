package import Image
package import Source

/// An image of which nothing can be told: judged, every assertion on it is undecided, so that none passes unseen.
package struct UnknownImage: ImageView {
  package let reference: String
  private let reason: UnknownReason

  /// `reason` completes "cannot tell: …".
  package init(_ reference: String, because reason: String) {
    self.reference = reference
    self.reason = UnknownReason(reason)
  }

  package var digest: Digest? { nil }
  package var configuration: Known<ImageConfiguration> { .unknown(reason) }
  package func entry(at path: String) throws(ImageError) -> Known<ImageEntry> { .unknown(reason) }
  package func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> { .unknown(reason) }
  package func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> { .unknown(reason) }
}
