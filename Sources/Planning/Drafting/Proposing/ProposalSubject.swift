import Expectation
import Image
import Source

/// An image of which a spec is to be made, with the base that it stands on.
struct ProposalSubject {
  let search: ImageSearch
  /// The image with its layers, where it has some.
  let layers: LayeredImageView?
  /// The lowest layer as an image of its own, where others lie on it: what that brings is the base's.
  let base: ImageSearch?

  init(_ search: ImageSearch) {
    self.search = search
    layers = search.image as? LayeredImageView
    base = layers.flatMap { view in
      guard view.layers.count > 1, let first = view.layers.first else { return nil }
      return ImageSearch(
        LayeredImageView(reference: view.reference, digest: nil, configuration: nil, layers: [first]))
    }
  }

  /// The text of a file of the image; nil where there is none that can be read.
  func text(of path: String, in image: (any ImageView)? = nil) throws(ImageError) -> String? {
    let image = image ?? search.image
    guard let entry = try image.entry(at: path).value, entry.kind == .file || entry.kind == .symlink else {
      return nil
    }
    do throws(ImageError) {
      return try image.read(path, limit: 1 << 26).value.map { String(decoding: $0, as: UTF8.self) }
    } catch  where error.kind == .notFound {
      return nil
    }
  }
}
