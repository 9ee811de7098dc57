import DataSyntax
import Glibc
import Host

/// The builds that made layers, remembered by the digests of the layers' plain tars: these stay the same wherever an image goes.
package struct OriginShelf: Sendable {
  private static let sizeLimit = 16 << 20
  private static let most = 256

  private let folder: String

  package init(in store: ImageStore) { folder = store.folders.cache + "/origins" }

  private func path(of layer: Digest) -> String { "\(folder)/\(layer.hex).json" }
  private var disk: Disk { Disk(workingDirectory: "/") }

  /// The build that made a layer; nil where nothing is known of it.
  package func origin(of layer: Digest) -> LayerOrigin? {
    guard let bytes = try? disk.read(path(of: layer), limit: Self.sizeLimit),
      let root = try? DataNode.parse(json: bytes, named: path(of: layer))
    else { return nil }
    return LayerOrigin(json: root)
  }

  /// Remembers a build; of many that is forgotten which was kept longest ago.
  package func keep(_ origin: LayerOrigin, of layer: Digest) throws(ImageError) {
    // An unchanged build says the same again: that it was used is all that is new.
    if self.origin(of: layer) == origin {
      utimensat(AT_FDCWD, path(of: layer), nil, 0)
      return
    }
    do throws(HostError) {
      try HostFile.makeFolder(folder, mode: 0o700)
      try HostFile.write(origin.json.indented, to: path(of: layer), mode: 0o600, isDurable: false)
    } catch { throw ImageError(writing: error) }
    let names = (try? disk.list(folder)) ?? []
    guard names.count > Self.most else { return }
    let dated = names.map { (disk.modified("\(folder)/\($0)") ?? 0, $0) }
    for (_, name) in dated.sorted(by: { $0.0 < $1.0 }).prefix(names.count - Self.most) {
      HostFile.remove("\(folder)/\(name)")
    }
  }
}
