import Image
import Source

/// What a container of the native engine starts from.
struct BaseTree: Sendable {
  let image: StoredImage
  /// Folders with the unpacked layers, the top one first.
  let layers: [String]
  /// The same content, to be looked into.
  let view: LayeredImageView

  var configuration: ImageConfiguration { image.configuration }

  /// Unpacks the layers of an image that are not unpacked yet.
  init(of image: StoredImage, in store: ImageStore) throws(ImageError) {
    self.image = image
    layers = try store.unpackedLayers(of: image)
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
