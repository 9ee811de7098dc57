import Glibc
import Host

extension ImageStore {
  private func unpackedFolder(_ style: UnpackingStyle) -> String { "\(folders.cache)/\(style.folder)" }

  /// The folders of an image's unpacked layers, **top first**, as `lowerdir` takes them; each is made once and kept.
  ///
  /// A layer is unpacked beside its place and renamed into it when complete. The root folder's own looks are not the
  /// overlay's: those come from the upper folder.
  package func unpackedLayers(
    of image: StoredImage, style: UnpackingStyle = .privileged
  ) throws(ImageError) -> [String] {
    let home = unpackedFolder(style)
    do throws(HostError) { try HostFile.makeFolder(home, mode: 0o700) } catch {
      throw ImageError(writing: error)
    }
    var below: [LayeredImageView.Layer] = []
    var result: [String] = []
    for layer in image.manifest.layers {
      let index = try index(of: layer.digest)
      let file = try OpenFile(path(of: layer.digest))
      let view = LayeredImageView(
        reference: image.shownName, digest: nil, configuration: image.configuration, layers: below)
      let place = "\(home)/\(folderName(layer.digest, index, over: below, of: image))"
      if Disk(workingDirectory: ".").status(place) == nil {
        let extractor = LayerExtractor(index: index, file: file, style: style) { path in
          guard let found = view.find(Array(path)), found.record.kind == .directory else { return nil }
          return found.record
        }
        try unpack(extractor, to: place, in: home)
      }
      below.append(.init(index: index, file: file, offset: 0))
      // The kernel takes no notice of a mark on a layer's own root.
      if index.root?.isOpaque == true { result = [] }
      result.insert(place, at: 0)
    }
    return result
  }

  /// Unpacks all layers of an image into one folder, which is empty.
  package func unpackTree(of image: StoredImage, into folder: String) throws(ImageError) {
    var below: [LayeredImageView.Layer] = []
    for layer in image.manifest.layers {
      let index = try index(of: layer.digest)
      let file = try OpenFile(path(of: layer.digest))
      let view = LayeredImageView(
        reference: image.shownName, digest: nil, configuration: image.configuration, layers: below)
      try LayerExtractor(index: index, file: file, style: .tree) { path in
        guard let found = view.find(Array(path)), found.record.kind == .directory else { return nil }
        return found.record
      }.extract(into: folder)
      below.append(.init(index: index, file: file, offset: 0))
    }
  }

  /// Removes what killed runs left half-unpacked; returns what it removed.
  package func removeStagedLayers(_ style: UnpackingStyle = .privileged) -> [String] {
    guard let home = try? OpenFolder(unpackedFolder(style)), let names = try? home.names() else { return [] }
    var removed: [String] = []
    for name in names {
      let parts = String(decoding: name, as: UTF8.self).split(separator: "-")
      guard parts.count == 3, parts[0] == "staged", let owner = pid_t(parts[1]) else { continue }
      if kill(owner, 0) == 0 || errno == EPERM { continue }
      if (try? home.remove(name)) != nil {
        removed.append("\(home.path)/\(String(decoding: name, as: UTF8.self))")
      }
    }
    return removed
  }

  /// A layer's own digest; where folders look as below, what is below belongs to the name.
  private func folderName(
    _ digest: Digest, _ index: LayerIndex, over below: [LayeredImageView.Layer], of image: StoredImage
  ) -> String {
    guard index.hasImpliedFolders, !below.isEmpty else { return String(digest.hex.prefix(32)) }
    let chain = image.manifest.layers.prefix(below.count + 1).map(\.digest.hex).joined(separator: "\n")
    return String(digest.hex.prefix(16)) + String(Digest(of: Array(chain.utf8)).hex.prefix(16))
  }

  private func unpack(_ extractor: LayerExtractor, to place: String, in home: String) throws(ImageError) {
    let name = "staged-\(getpid())-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let staged = "\(home)/\(name)"
    do throws(HostError) { try HostFile.makeFolder(staged, mode: 0o700) } catch {
      throw ImageError(writing: error)
    }
    var isInPlace = false
    defer { if !isInPlace { try? OpenFolder(home).remove(Array(name.utf8)) } }
    try extractor.extract(into: staged)
    if rename(staged, place) == 0 {
      isInPlace = true
    } else if errno != EEXIST && errno != ENOTEMPTY {
      throw ImageError(.last("put `\(place)` in its place"))
    }
  }
}
