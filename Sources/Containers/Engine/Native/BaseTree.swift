import Image
import Source

/// What a container of the native engine starts from.
struct BaseTree: Sendable {
  let image: StoredImage
  /// The same content, to be looked into.
  let view: LayeredImageView
  /// The snapshot whose steps the container goes on from; the image itself where it is none.
  let start: StoredImage

  var configuration: ImageConfiguration { image.configuration }

  init(of start: StoredImage, in store: ImageStore) throws(ImageError) {
    let image = start.baseOfSnapshot
    self.start = start
    self.image = image
    view = try store.view(image)
  }

  /// The folder at the top, if a layer tells its looks.
  var root: ImageEntry? {
    do throws(ImageError) { return try view.entry(at: "/").value } catch { return nil }
  }

  /// The image's users and groups.
  var accounts: AccountTable { AccountTable(passwd: content("/etc/passwd"), group: content("/etc/group")) }

  private func content(_ path: String) -> [UInt8] {
    do throws(ImageError) { return try view.read(path, limit: 16 << 20).value ?? [] } catch { return [] }
  }
}
