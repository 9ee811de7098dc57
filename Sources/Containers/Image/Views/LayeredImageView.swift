package import Source

/// The content of an image, read from its layers where they lie: nothing is unpacked, nothing is merged ahead.
///
/// A path is looked up from the top layer down; a whiteout, an opaque folder, or something else where a folder was,
/// hides what is below.
package struct LayeredImageView: ImageView {
  /// One layer: its index, and the file in which its plain tar begins at `offset`.
  package struct Layer: Sendable {
    package let index: LayerIndex
    let file: OpenFile
    let offset: Int

    package init(index: LayerIndex, file: OpenFile, offset: Int) {
      self.index = index
      self.file = file
      self.offset = offset
    }
  }

  /// A record with the number of its layer, from the bottom.
  struct Place {
    var layer: Int
    var record: LayerRecord
  }

  package let reference: String
  package let digest: Digest?
  package let configuration: Known<ImageConfiguration>
  /// Bottom first.
  package let layers: [Layer]
  /// What the files around the image say of it.
  package let annotations: [ImageAnnotation]

  /// A view over layers, bottom first; a bare root file system has no configuration.
  package init(
    reference: String, digest: Digest?, configuration: ImageConfiguration?, layers: [Layer],
    annotations: [ImageAnnotation] = []
  ) {
    self.reference = reference
    self.digest = digest
    self.configuration = configuration.map { .value($0) } ?? .absent
    self.layers = layers
    self.annotations = annotations
  }

  package var layered: LayeredImageView? { self }

  package func entry(at path: String) throws(ImageError) -> Known<ImageEntry> {
    guard let found = try locate(path, followsLast: false) else { return .absent }
    return .value(entry(found.place, shownAt: Self.shown(path)))
  }

  package func entries(under path: String) throws(ImageError) -> Known<[ImageEntry]> {
    guard let real = try locate(path, followsLast: true)?.path else { return .absent }
    let shown = Array(Self.shown(path).utf8)
    let prefix = shown.count == 1 ? shown : shown + [0x2F]
    let cut = real.isEmpty ? 0 : real.count + 1
    return .value(
      places(below: real).map { place in
        let path = layers[place.layer].index.path(of: place.record).dropFirst(cut)
        return entry(place, shownAt: String(decoding: prefix + path, as: UTF8.self))
      })
  }

  package func read(_ path: String, limit: Int) throws(ImageError) -> Known<[UInt8]> {
    guard let place = try locate(path, followsLast: true)?.place else { return .absent }
    let record = place.record
    guard record.kind == .file else {
      throw ImageError(.notFound, "`\(path)` is not a regular file in the image")
    }
    guard record.size <= limit else {
      throw ImageError(.malformed, "`\(path)` has \(record.size) bytes; more than \(limit) are not read")
    }
    return .value(try content(place).beginning(limit: limit))
  }

  package func content(of path: String) throws(ImageError) -> Known<FileContent> {
    guard let place = try locate(path, followsLast: true)?.place else { return .absent }
    guard place.record.kind == .file else {
      throw ImageError(.notFound, "`\(path)` is not a regular file in the image")
    }
    return .value(content(place))
  }

  /// What a regular file holds.
  func content(_ place: Place) -> FileContent {
    let layer = layers[place.layer]
    let start = Int(place.record.contentOffset)
    return FileContent(
      layer.file, offset: layer.offset + start, size: Int(place.record.size),
      map: layer.index.map(of: place.record),
      origin: layerDigests?[place.layer].description ?? layer.file.path, start: start)
  }

  /// The digests of the plain layers, bottom first; nil where the image does not name them.
  package var layerDigests: [Digest]? {
    guard let digests = configuration.value?.diffIDs, digests.count == layers.count else { return nil }
    return digests
  }

  /// The number of the uppermost layer that takes a path away or hides it; nil where none does.
  package func layer(hiding path: String) -> Int? {
    let path = LinkResolver.path(of: LinkResolver.parts(Array(path.utf8)))
    return layers.indices.last { number in
      let index = layers[number].index
      return index.record(at: path)?.kind == .whiteout || Self.hides(path, in: index)
    }
  }

  /// The number of the layer, from the bottom and from 0, that put a path there; nil where nothing is.
  package func layer(of path: String) throws(ImageError) -> Int? {
    try locate(path, followsLast: false)?.place.layer
  }

  /// Where a path leads, and what stands there; nil where nothing does.
  private func locate(_ path: String, followsLast: Bool) throws(ImageError) -> (path: [UInt8], place: Place)?
  {
    let bytes = Array(path.utf8)
    // What a layer has by a name lies in real folders there: it is found without a walk through them.
    if let name = LinkResolver.plain(bytes), let place = find(name),
      !followsLast || place.record.kind != .symlink
    {
      return (name, place)
    }
    let real = try LinkResolver.resolve(bytes, followsLast: followsLast) { path in
      guard let place = find(path) else { return nil }
      switch place.record.kind {
      case .directory: return .directory
      case .symlink: return .link(Array(layers[place.layer].index.target(of: place.record)))
      default: return .other
      }
    }
    return real.flatMap { real in find(real).map { (real, $0) } }
  }

  /// What stands at a real path; the empty path is the root.
  func find(_ path: [UInt8]) -> Place? {
    if path.isEmpty { return root }
    var implied: Place?
    for number in layers.indices.reversed() {
      let index = layers[number].index
      if let record = index.record(at: path) {
        if implied != nil, record.kind != .directory { return implied }
        if record.kind == .whiteout { return nil }
        if !record.isImplied { return Place(layer: number, record: record) }
        if implied == nil { implied = Place(layer: number, record: record) }
        if record.isOpaque { return implied }
      } else if Self.hides(path, in: index) {
        return implied
      }
    }
    return implied
  }

  private var root: Place {
    for number in layers.indices.reversed() {
      guard let record = layers[number].index.root else { continue }
      if !record.isImplied || record.isOpaque { return Place(layer: number, record: record) }
    }
    var record = LayerRecord(.directory)
    record.mode = 0o755
    return Place(layer: 0, record: record)
  }

  /// Whether a layer without the path itself hides it in the layers below.
  private static func hides(_ path: [UInt8], in index: LayerIndex) -> Bool {
    if index.root?.isOpaque == true { return true }
    var end = path.endIndex
    while let slash = path[..<end].lastIndex(of: 0x2F) {
      end = slash
      guard let record = index.record(at: path[..<slash]) else { continue }
      return record.kind != .directory || record.isOpaque || hides(Array(path[..<slash]), in: index)
    }
    return false
  }

  private func entry(_ place: Place, shownAt path: String) -> ImageEntry {
    let index = place.layer < layers.count ? layers[place.layer].index : nil
    let record = place.record
    let target =
      record.kind == .symlink ? index.map { String(decoding: $0.target(of: record), as: UTF8.self) } : nil
    let attributes = (index?.attributes(of: record) ?? []).map { ($0.name, $0.value) }
    return ImageEntry(
      path: path, kind: ImageEntry.Kind(record.kind), mode: record.mode, owner: record.owner,
      group: record.group,
      size: Int(record.size), modified: Int(record.modified), target: target,
      extendedAttributes: Dictionary(attributes) { first, _ in first },
      device: record.kind == .characterDevice || record.kind == .blockDevice
        ? DeviceNumber(major: record.major, minor: record.minor) : nil)
  }

  /// A path as it is shown: absolute, without doubled slashes.
  static func shown(_ path: String) -> String {
    let bytes = Array(path.utf8)
    if LinkResolver.plain(bytes) != nil { return path }
    return String(decoding: [0x2F] + LinkResolver.path(of: LinkResolver.parts(bytes)), as: UTF8.self)
  }
}

extension ImageEntry.Kind {
  /// The kind of a record; a whiteout is no entry and never asked for.
  init(_ kind: LayerRecord.Kind) {
    switch kind {
    case .file, .whiteout: self = .file
    case .directory: self = .directory
    case .symlink: self = .symlink
    case .fifo: self = .fifo
    case .characterDevice: self = .characterDevice
    case .blockDevice: self = .blockDevice
    }
  }
}
