import Expectation
import Image
import Source

/// What is known of an image before it is judged, from which a search of it begins.
struct ImageSearching: Sendable {
  let image: any ImageView
  /// The name of what runs commands.
  let engine: Known<String>
  /// The images that it is compared with.
  let approved: [String: Known<any ImageView>]
  /// The build that made a layer.
  let origin: @Sendable (Digest) -> LayerOrigin?

  /// A search that has read nothing yet.
  func search() -> ImageSearch {
    let search = ImageSearch(image)
    search.engine = engine
    search.approved = approved
    search.origin = origin
    return search
  }
}
