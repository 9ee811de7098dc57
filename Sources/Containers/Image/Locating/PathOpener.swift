import Host

/// Opens what lies at a path as a view, reading it where it lies: only compressed layers are inflated, into a scratch store, or into
/// files without names where nothing can be kept.
struct PathOpener {
  /// Nil where the machine has no place for one.
  let scratch: ImageStore?
  /// The name of the image where the path holds several.
  let wanted: String?
  /// What it must be for, where that is asked.
  let platform: Platform?

  /// A view of what lies at a path; nothing is written where nothing is compressed, so that a read-only machine will do.
  func view(_ path: String, named name: String) throws(ImageError) -> any ImageView {
    try reading(path) { keeping throws(ImageError) in
      try view(try ImageForm.of(path, scratch: keeping?.partials), at: path, named: name)
    }
  }

  /// Runs work on what lies at a path, with the store that keeps what is unpacked of it; none where nothing is, or none takes it.
  func reading<Result>(
    _ path: String, _ body: (ImageStore?) throws(ImageError) -> Result
  ) throws(ImageError) -> Result {
    let isFile = Disk(workingDirectory: ".").status(path)?.kind == .file
    guard isFile, try Compression.of(try OpenFile(path)) != .none, let keeping else { return try body(nil) }
    return try keeping.adding { () throws(ImageError) in try body(keeping) }
  }

  /// The scratch store where that can be written to: a packed archive takes a folder, and would be unpacked twice.
  private var keeping: ImageStore? { scratch.flatMap { $0.takesBlobs ? $0 : nil } }

  /// A view of a form that was told.
  func view(_ form: ImageForm, at path: String, named name: String) throws(ImageError) -> any ImageView {
    switch form {
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
    return try packed(file, offset: 0, count: nil, LayerClaims(name: file.path, digest: nil, diffID: nil))
  }

  private func view(_ found: FoundImage, named name: String) throws(ImageError) -> LayeredImageView {
    var layers: [LayeredImageView.Layer] = []
    for layer in found.layers {
      let file = try OpenFile(layer.part.path)
      let compression = try Compression.of(file, at: layer.part.offset)
      let claims = LayerClaims(name: layer.name, digest: layer.digest, diffID: layer.diffID)
      layers.append(
        compression == .none
          ? try plain(layer, file)
          : try packed(file, offset: layer.part.offset, count: layer.part.size, claims))
    }
    return LayeredImageView(
      reference: name, digest: found.digest ?? Digest(of: found.configurationBytes),
      configuration: found.configuration, layers: layers, annotations: found.annotations)
  }

  /// A compressed layer, unpacked into the scratch store, or for this once where that takes nothing or has no room.
  private func packed(_ file: OpenFile, offset: Int, count: Int?, _ claims: LayerClaims) throws(ImageError)
    -> LayeredImageView.Layer
  {
    guard let scratch else { return try unkept(file, offset: offset, count: count, claims) }
    do throws(ImageError) {
      return try scratch.adding { () throws(ImageError) in
        let layer = try scratch.addLayer(
          file, offset: offset, count: count, named: claims.name, digest: claims.digest, diffID: claims.diffID
        )
        return .init(
          index: try scratch.index(of: layer.digest), file: try OpenFile(scratch.path(of: layer.digest)),
          offset: 0)
      }
    } catch {
      guard [.noSpace, .machine].contains(error.kind) else { throw error }
      return try unkept(file, offset: offset, count: count, claims)
    }
  }

  private func unkept(_ file: OpenFile, offset: Int, count: Int?, _ claims: LayerClaims) throws(ImageError)
    -> LayeredImageView.Layer
  {
    let source = FileSource(file, offset: offset, count: count, isDigested: claims.digest != nil)
    let plain = try DecodedSource(source, try Compression.of(file, at: offset), named: claims.name)
    let passing = try PassingFile()
    let index = try LayerIndexBuilder.index(TeeSource(plain, to: passing), named: claims.name)
    try claims.check(read: source.digestSoFar, unpacked: passing.digestSoFar)
    return .init(index: index, file: try passing.reopened(named: claims.name), offset: 0)
  }

  /// A plain layer where it lies: checked when it is seen first, then known by its index as long as the file stays as it is.
  private func plain(_ layer: FoundImage.Layer, _ file: OpenFile) throws(ImageError) -> LayeredImageView.Layer
  {
    let (offset, count) = (layer.part.offset, layer.part.size)
    if let scratch,
      scratch.hasSeen(layer.diffID, in: file, offset: offset, count: count, digest: layer.digest),
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
    scratch?.keep(index, of: layer.diffID)
    scratch?.remember(layer.diffID, in: file, offset: offset, count: count, digest: layer.digest)
    return .init(index: index, file: file, offset: offset)
  }
}
