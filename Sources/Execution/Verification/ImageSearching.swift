import Expectation
import Image
import Source
import Synchronization

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

/// A search that several tasks ask, one at a time, so that what one has read of the image serves the others.
final class SharedSearch: Sendable {
  private let search: Mutex<ImageSearch>

  init(_ searching: ImageSearching) { search = Mutex(searching.search()) }

  func ask<Answer: Sendable>(_ question: (ImageSearch) -> Answer) -> Answer {
    search.withLock { question($0) }
  }
}
