import Glibc
import Host
import Image

/// What turns layers into the files of a container and back.
///
/// It is done where files can belong to a container's users: by root anywhere, by an ordinary user in a child that has a
/// user namespace.
enum LayerWork: Sendable, Hashable {
  /// Unpacks the layers of an image that are not unpacked yet, and makes the upper folder of a container that starts from it.
  case prepare(image: Digest, upper: String)
  /// Keeps as a layer what an upper folder holds; `latest` is the time that no file of it is to be younger than.
  case keep(upper: String, onto: Digest, latest: Int?)
  /// Copies an image to the root of a container that starts from it.
  case copy(image: Digest, Scratch)
  /// Keeps as a layer what has changed in such a root.
  case keepChanges(Scratch, onto: Digest, latest: Int?)
  /// Removes what killed runs have left half-unpacked.
  case tidy

  /// Does it; the answer is a line for each unpacked layer, top first, for the kept layer, or for what was removed.
  func perform(in store: ImageStore, _ style: UnpackingStyle) throws(EngineError) -> [String] {
    do {
      switch self {
      case .copy(let digest, let scratch):
        try CopiedTree(scratch).make(from: try Self.base(digest, in: store), in: store)
        return []
      case .keepChanges(let scratch, let digest, let latest):
        let base = try Self.base(digest, in: store)
        var writer = Self.writer(over: base, latest)
        writer.marks = .changes(since: try CopiedTree(scratch).beginning)
        writer.excluded += base.configuration.volumes.map { ContainerPath($0).text.dropFirst() }.map(
          String.init)
        let layer = try store.addLayer(writer, folder: scratch.merged)
        return layer.map { ["\($0.digest) \($0.size)"] } ?? []
      case .prepare(let digest, let upper):
        let base = try Self.base(digest, in: store)
        let layers = try store.unpackedLayers(of: base.image, style: style)
        try Self.makeUpper(upper, base, in: store, style)
        return layers
      case .keep(let upper, let digest, let latest):
        let base = try Self.base(digest, in: store)
        let layer = try store.addLayer(Self.writer(over: base, latest), folder: upper)
        return layer.map { ["\($0.digest) \($0.size)"] } ?? []
      case .tidy: return store.removeStagedLayers(style)
      }
    } catch let error as EngineError {
      throw error
    } catch let error as ImageError {
      throw .image(error)
    } catch { preconditionFailure("work on layers throws nothing else") }
  }

  private static func base(_ digest: Digest, in store: ImageStore) throws(ImageError) -> BaseTree {
    guard let image = try store.image("\(digest)") else {
      throw ImageError(.notFound, "the image `\(digest)` is no longer in the store")
    }
    return try BaseTree(of: image, in: store)
  }

  /// The upper layer's folder, whose looks are those of the container's root, with what a snapshot's steps changed.
  private static func makeUpper(
    _ upper: String, _ base: BaseTree, in store: ImageStore, _ style: UnpackingStyle
  ) throws {
    let root = base.root
    let mode = root?.mode ?? 0o755
    try NativeHome.make(upper, mode: 0o700)
    try store.restoreSteps(of: base.start, into: upper, style: style.ofUpperFolder)
    let isOwned = !style.keepsOwners || chown(upper, root?.owner ?? 0, root?.group ?? 0) == 0
    guard isOwned, chmod(upper, mode) == 0 else { throw EngineError.system("give `\(upper)` its looks") }
  }

  private static func writer(over base: BaseTree, _ latest: Int?) -> FolderLayerWriter {
    var writer = FolderLayerWriter(marks: .overlay)
    writer.excluded = ["dev", "proc", "sys", "etc/hosts", "etc/hostname", "etc/resolv.conf"]
    writer.latestModification = latest
    writer.base = base.view
    return writer
  }
}

extension UnpackingStyle {
  /// For what a container has made, and may have made devices among it; in a user namespace there are none.
  fileprivate var ofUpperFolder: UnpackingStyle {
    var style = self
    style.makesDevices = opaqueMark?.hasPrefix("trusted.") ?? false
    return style
  }
}
