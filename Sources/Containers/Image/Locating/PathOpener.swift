import Host

/// Opens what lies at a path as a view, reading it where it lies: only compressed layers are inflated, into a scratch store.
struct PathOpener {
  let scratch: ImageStore
  /// The name of the image where the path holds several.
  let wanted: String?
  /// What it must be for, where that is asked.
  let platform: Platform?

  /// A view of what lies at a path; nothing is written where nothing is compressed, so that a read-only machine will do.
  func view(_ path: String, named name: String) throws(ImageError) -> any ImageView {
    let isFile = Disk(workingDirectory: ".").status(path)?.kind == .file
    guard isFile, try Compression.of(try OpenFile(path)) != .none else { return try open(path, named: name) }
    return try scratch.adding { () throws(ImageError) in try open(path, named: name) }
  }

  private func open(_ path: String, named name: String) throws(ImageError) -> any ImageView {
    switch try ImageForm.of(path, scratch: scratch.partials) {
    case .rootFolder: return try FolderImageView(path, reference: name)
    case .rootTar:
      let file = try OpenFile(path)
      let layer = try rootLayer(file, try Compression.of(file))
      return LayeredImageView(reference: name, digest: nil, configuration: nil, layers: [layer])
    case let form:
      guard let found = try form.image(ImageSearch(wanted: wanted, platform: platform)) else {
        preconditionFailure("every other form holds an image in parts")
      }
      return try view(found, named: name)
    }
  }

  private func rootLayer(_ file: OpenFile, _ compression: Compression) throws(ImageError)
    -> LayeredImageView.Layer
  {
    if compression == .none {
      return .init(
        index: try LayerIndexBuilder.index(FileSource(file), named: file.path), file: file, offset: 0)
    }
    return try inflated(try scratch.addLayer(file, named: file.path))
  }

  private func view(_ found: FoundImage, named name: String) throws(ImageError) -> LayeredImageView {
    var layers: [LayeredImageView.Layer] = []
    for layer in found.layers {
      let file = try OpenFile(layer.part.path)
      let compression = try Compression.of(file, at: layer.part.offset)
      layers.append(compression == .none ? try plain(layer, file) : try packed(layer, file))
    }
    return LayeredImageView(
      reference: name, digest: found.digest ?? Digest(of: found.configurationBytes),
      configuration: found.configuration, layers: layers)
  }

  private func packed(_ layer: FoundImage.Layer, _ file: OpenFile) throws(ImageError)
    -> LayeredImageView.Layer
  {
    try scratch.adding { () throws(ImageError) in
      try inflated(
        try scratch.addLayer(
          file, offset: layer.part.offset, count: layer.part.size, named: layer.name, digest: layer.digest,
          diffID: layer.diffID))
    }
  }

  private func inflated(_ layer: Descriptor) throws(ImageError) -> LayeredImageView.Layer {
    .init(
      index: try scratch.index(of: layer.digest), file: try OpenFile(scratch.path(of: layer.digest)),
      offset: 0)
  }

  /// A plain layer where it lies: checked when it is seen first, then known by its index as long as the file stays as it is.
  private func plain(_ layer: FoundImage.Layer, _ file: OpenFile) throws(ImageError) -> LayeredImageView.Layer
  {
    let (offset, count) = (layer.part.offset, layer.part.size)
    if scratch.hasSeen(layer.diffID, in: file, offset: offset, count: count, digest: layer.digest),
      let index = scratch.keptIndex(of: layer.diffID)
    {
      return .init(index: index, file: file, offset: offset)
    }
    let source = FileSource(file, offset: offset, count: count, isDigested: true)
    let index = try LayerIndexBuilder.index(source, named: layer.name)
    for (claim, what) in [(layer.digest, "manifest"), (layer.diffID, "configuration")] {
      guard let claim, claim != source.digestSoFar else { continue }
      throw ImageError(
        .malformed, "`\(layer.name)` is damaged: its digest is not \(claim), which the \(what) names")
    }
    scratch.keep(index, of: layer.diffID)
    scratch.remember(layer.diffID, in: file, offset: offset, count: count, digest: layer.digest)
    return .init(index: index, file: file, offset: offset)
  }
}
