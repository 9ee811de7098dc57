import Host

extension ImageStore {
  /// Where the index of a layer is kept.
  private func indexPath(_ diffID: Digest) -> String { "\(folders.cache)/indexes/\(diffID.hex)" }

  private func sightings(of diffID: Digest) -> LayerSightings {
    LayerSightings(path: indexPath(diffID) + ".seen")
  }

  /// Whether a range of a file was found to hold a layer, and has not changed since.
  func hasSeen(_ diffID: Digest, in file: OpenFile, offset: Int, count: Int?, digest: Digest?) -> Bool {
    sightings(of: diffID).contains(
      .init(file: file.identity, offset: offset, count: count ?? file.size, digest: digest))
  }

  /// Remembers that a range of a file holds a layer: it was read from its first byte to its last.
  func remember(_ diffID: Digest, in file: OpenFile, offset: Int, count: Int?, digest: Digest?) {
    guard file.isUnchanged else { return }
    sightings(of: diffID).add(
      .init(file: file.identity, offset: offset, count: count ?? file.size, digest: digest))
  }

  /// Adds a layer from a range of a file, unpacking, checking and indexing it in one pass.
  ///
  /// `digest` is that of the bytes as they lie there, `diffID` that of the plain tar; either may be unknown. What was read and
  /// found sound before is not read again; a layer that the store holds already is checked all the same.
  package func addLayer(
    _ file: OpenFile, offset: Int = 0, count: Int? = nil, named name: String, digest: Digest? = nil,
    diffID: Digest? = nil
  ) throws(ImageError) -> Descriptor {
    let held = diffID.flatMap { heldLayer($0) }
    if let held, hasSeen(held.digest, in: file, offset: offset, count: count, digest: digest) { return held }
    let source = FileSource(file, offset: offset, count: count, isDigested: digest != nil)
    let plain = try DecodedSource(source, try Compression.of(file, at: offset), named: name)
    let claims = LayerClaims(name: name, digest: digest, diffID: diffID)
    let check = { (found: Digest) throws(ImageError) in
      try claims.check(read: source.digestSoFar, unpacked: found)
    }
    let layer: Descriptor
    if let held {
      let sink = DigestSink()
      try sink.write(contentsOf: plain)
      try check(sink.value)
      layer = held
    } else {
      layer = try addLayer(plain, named: name, check: check)
    }
    remember(layer.digest, in: file, offset: offset, count: count, digest: digest)
    return layer
  }

  private func heldLayer(_ diffID: Digest) -> Descriptor? {
    Disk(workingDirectory: ".").status(path(of: diffID)).map {
      Descriptor(mediaType: MediaType.layer, digest: diffID, size: $0.size)
    }
  }

  /// Adds a layer from a plain tar; `check` sees its digest before it is kept.
  package func addLayer(
    _ plain: some ByteSource, named name: String, check: (Digest) throws(ImageError) -> Void = { _ in }
  ) throws(ImageError) -> Descriptor {
    let writer = try blobWriter()
    let index = try LayerIndexBuilder.index(TeeSource(plain, to: writer), named: name)
    try check(writer.digestSoFar)
    let layer = try writer.finish(mediaType: MediaType.layer)
    keep(index, of: layer.digest)
    return layer
  }

  /// The index of a layer of the store: kept from before, or made now.
  package func index(of diffID: Digest) throws(ImageError) -> LayerIndex {
    if let kept = keptIndex(of: diffID) { return kept }
    let path = path(of: diffID)
    let index = try LayerIndexBuilder.index(FileSource(try OpenFile(path)), named: path)
    keep(index, of: diffID)
    return index
  }

  /// The index that is kept of a plain layer; nil where there is none.
  func keptIndex(of diffID: Digest) -> LayerIndex? {
    FixedBytes(ofFile: indexPath(diffID)).flatMap(LayerIndex.init(stored:))
  }

  /// Keeps an index where that can be done: a cache that cannot be written is no failure.
  func keep(_ index: LayerIndex, of diffID: Digest) {
    let path = indexPath(diffID)
    try? HostFile.makeFolder(HostFile.folder(of: path))
    try? HostFile.write(index.stored, to: path)
  }

  /// The content of an image of the store.
  package func view(_ image: StoredImage, as reference: String? = nil) throws(ImageError) -> LayeredImageView
  {
    var layers: [LayeredImageView.Layer] = []
    for layer in image.manifest.layers {
      layers.append(
        .init(index: try index(of: layer.digest), file: try OpenFile(path(of: layer.digest)), offset: 0))
    }
    return LayeredImageView(
      reference: reference ?? image.shownName, digest: image.digest, configuration: image.configuration,
      layers: layers)
  }
}

extension ImageStore {
  /// Adds what a folder holds as a layer; nil where that is nothing.
  package func addLayer(_ writer: FolderLayerWriter, folder: String) throws(ImageError) -> Descriptor? {
    let blob = try blobWriter()
    let count = try writer.write(folder, to: blob)
    return count == 0 ? nil : try blob.finish(mediaType: MediaType.layer)
  }
}
