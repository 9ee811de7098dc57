import Expectation
import Image
import Source

/// An image through which every fact is asked: what it cannot tell, or what cannot be read of it, is thrown, so that it is
/// never taken for something that is not there. What several properties ask for is read once.
final class ToldImage {
  private struct Reading { let path: String, limit: Int, bytes: [UInt8]? }

  private let search: ImageSearch
  private var listings: [ExactText: [ImageEntry]] = [:]
  /// The last file alone: its properties are asked one after the other, and it may be large.
  private var lastReading: Reading?

  init(_ search: ImageSearch) { self.search = search }

  /// The entry at an absolute path; nil where nothing is.
  func entry(at path: String) throws(Untold) -> ImageEntry? {
    try told { () throws(ImageError) in try search.image.entry(at: path) }
  }

  /// Everything under an absolute path, at any depth; nothing where there is no such folder.
  func entries(under path: String) throws(Untold) -> [ImageEntry] {
    let key = ExactText(path)
    if let listing = listings[key] { return listing }
    let listing = try told { () throws(ImageError) in try search.image.entries(under: path) } ?? []
    listings[key] = listing
    return listing
  }

  /// All objects whose paths fit.
  func entries(matching glob: Glob) throws(Untold) -> [ImageEntry] {
    try told { () throws(ImageError) in try search.entries(matching: glob) } ?? []
  }

  /// The content of the regular file that a path leads to; nil where it leads to none.
  func read(_ path: String, limit: Int) throws(Untold) -> [UInt8]? {
    if let lastReading, lastReading.path.isExactly(path), lastReading.limit == limit {
      return lastReading.bytes
    }
    let bytes = try told { () throws(ImageError) -> Known<[UInt8]> in
      // What is there and no regular file has no content.
      do throws(ImageError) { return try search.image.read(path, limit: limit) } catch
        where error.kind == .notFound
      {
        return .absent
      }
    }
    lastReading = Reading(path: path, limit: limit, bytes: bytes)
    return bytes
  }

  /// The image's users and groups.
  func accounts() throws(Untold) -> Accounts? {
    try told { () throws(ImageError) in try search.accounts() }
  }

  /// The image's installed packages.
  func packages() throws(Untold) -> PackageDatabase? {
    try told { () throws(ImageError) in try search.packages() }
  }

  private func told<Value>(_ ask: () throws(ImageError) -> Known<Value>) throws(Untold) -> Value? {
    let answer: Known<Value>
    do throws(ImageError) { answer = try ask() } catch { throw .unreadable(error.message) }
    switch answer {
    case .value(let value): return value
    case .absent: return nil
    case .unknown(let reason): throw .unknown(reason)
    }
  }
}
