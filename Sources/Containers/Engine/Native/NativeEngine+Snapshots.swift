import Host
import Image

/// Snapshots rest in the store as images of their own purpose, named by their keys.
extension NativeEngine {
  package func snapshot(
    of keys: [String], maxAge seconds: Int
  ) async throws(EngineError) -> (key: String, image: EngineImage)? {
    let oldest = Timestamp.text(HostEnvironment.now() - seconds)
    do throws(ImageError) {
      // RFC 3339 in UTC sorts by time.
      for image in try store.images()
      where image.purpose == .snapshot && (image.configuration.created ?? "") < oldest {
        for name in image.names { _ = try store.remove("\(name)") }
      }
    } catch {
      throw .image(error)
    }
    for key in keys {
      let name = try Self.snapshotName(key)
      do throws(ImageError) {
        guard let found = try store.image(name), found.purpose == .snapshot else { continue }
        return (key, EngineImage(id: "\(found.digest)", name: nil))
      } catch {
        throw .image(error)
      }
    }
    return nil
  }

  static func snapshotName(_ key: String) throws(EngineError) -> ImageReference {
    try reference("localhost/ovenproof-snapshot:\(key)")
  }
}
