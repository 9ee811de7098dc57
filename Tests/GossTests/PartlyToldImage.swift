import Image
import Source
import Support

/// An image that cannot tell of some of its paths, or cannot be read there.
struct PartlyToldImage: ImageView {
  enum Gap { case unknown, broken }

  let image: MemoryImage
  /// The paths, and all that lies under them.
  let path: String
  let gap: Gap

  var reference: String { image.reference }
  var digest: Digest? { nil }
  var configuration: Known<ImageConfiguration> { image.configuration }

  func entry(at path: String) throws(ImageError) -> Known<ImageEntry> {
    if let answer: Known<ImageEntry> = try answer(path) { return answer }
    return try image.entry(at: path)
  }

  func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    if let answer: Known<[ImageEntry]> = try answer(path) { return answer }
    return try image.entries(under: path)
  }

  func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    if let answer: Known<[UInt8]> = try answer(path) { return answer }
    return try image.read(path, limit: limit)
  }

  private func answer<Value>(_ path: String) throws(ImageError) -> Known<Value>? {
    guard path == self.path || path.hasPrefix(self.path + "/") else { return nil }
    switch gap {
    case .unknown: return .unknown(UnknownReason("the build may change it"))
    case .broken: throw ImageError(.malformed, "the layer is broken")
    }
  }
}
