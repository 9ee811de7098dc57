import DataSyntax

/// Finds the one image that is wanted among the parts of a layout or archive.
struct ImageSearch {
  /// The name, where the parts hold several.
  let wanted: String?
  /// What it must be for; nil for this machine's own, or whatever it is where there is no other.
  let platform: Platform?

  /// An OCI image layout, in a folder or a tar.
  func layout(_ parts: some ImageParts) throws(ImageError) -> FoundImage {
    let bytes = try parts.needed("index.json", "which an OCI layout needs").bytes()
    let index = try DataNode.parse(json: bytes, named: parts.path + "/index.json")
    let manifest = try choose(try descriptors(of: index, in: parts.path), in: parts)
    return try image(manifest, parts) { "blobs/sha256/\($0.hex)" }
  }

  /// A folder of skopeo's `dir:` form.
  func copiedFolder(_ parts: FolderParts) throws(ImageError) -> FoundImage {
    let bytes = try parts.needed("manifest.json", "which names the layers").bytes()
    let manifest = Descriptor(mediaType: MediaType.manifest, digest: Digest(of: bytes), size: bytes.count)
    return try image(manifest, parts) { $0 == manifest.digest ? "manifest.json" : $0.hex }
  }

  private func descriptors(of index: DataNode, in path: String) throws(ImageError) -> [Descriptor] {
    guard let items = index["manifests"]?.items, !items.isEmpty else {
      throw ImageError(.malformed, "the index of `\(path)` lists no image")
    }
    var descriptors: [Descriptor] = []
    for item in items { descriptors.append(try Descriptor(json: item, in: path + "/index.json")) }
    return descriptors
  }

  /// The manifest that is wanted: by name where one is given, else by platform; indexes in indexes are followed.
  private func choose(_ all: [Descriptor], in parts: some ImageParts, depth: Int = 0) throws(ImageError)
    -> Descriptor
  {
    var candidates = all
    if depth == 0, let wanted {
      candidates = all.filter {
        $0.annotations["org.opencontainers.image.ref.name"] == wanted || $0.digest.description == wanted
      }
      guard !candidates.isEmpty else {
        throw ImageError(.notFound, "`\(parts.path)` holds no image `\(wanted)`; it holds \(Self.names(all))")
      }
    }
    candidates = candidates.filter { MediaType.isIndex($0.mediaType) || MediaType.isManifest($0.mediaType) }
    let fitting = fitting(candidates)
    guard let chosen = fitting.first else {
      let there = candidates.compactMap(\.platform).filter(\.isKnown).map(\.description)
      throw ImageError(
        .notFound,
        "`\(parts.path)` holds no image for \(platform ?? .current); it has \(there.joined(separator: ", "))")
    }
    if depth == 0, Set(fitting.map(\.digest)).count > 1 {
      throw ImageError(
        .malformed,
        "`\(parts.path)` holds several images: name one of \(Self.names(fitting)) behind the path and a colon"
      )
    }
    guard MediaType.isIndex(chosen.mediaType) else { return chosen }
    guard depth < 3 else {
      throw ImageError(.malformed, "the indexes of `\(parts.path)` are nested too deep")
    }
    let bytes = try checked(chosen, parts, "blobs/sha256/\(chosen.digest.hex)")
    let inner = try DataNode.parse(json: bytes, named: "\(parts.path)/blobs/sha256/\(chosen.digest.hex)")
    return try choose(try descriptors(of: inner, in: parts.path), in: parts, depth: depth + 1)
  }

  /// Those for the platform; one that is alone is meant where none was asked for.
  private func fitting(_ candidates: [Descriptor]) -> [Descriptor] {
    let sought = platform ?? .current
    let found = candidates.filter { $0.platform.map(sought.isMet) ?? true }
    guard found.isEmpty, platform == nil else { return found }
    // What a builder attests of an image has a platform of its own.
    let others = candidates.filter { $0.platform?.isKnown ?? true }
    return Set(others.map(\.digest)).count == 1 ? others : []
  }

  private static func names(_ descriptors: [Descriptor]) -> String {
    let names = descriptors.map {
      $0.annotations["org.opencontainers.image.ref.name"] ?? $0.digest.description
    }
    return names.prefix(10).map { "`\($0)`" }.joined(separator: ", ")
  }

  private func image(
    _ descriptor: Descriptor, _ parts: some ImageParts, place: (Digest) -> String
  ) throws(ImageError) -> FoundImage {
    let manifestName = "\(parts.path)/\(place(descriptor.digest))"
    let manifest = try ImageManifest(
      json: try .parse(json: try checked(descriptor, parts, place(descriptor.digest)), named: manifestName),
      named: manifestName)
    let bytes = try checked(manifest.configuration, parts, place(manifest.configuration.digest))
    let configuration = try ImageConfiguration(
      json: try .parse(json: bytes, named: "the configuration"), named: place(manifest.configuration.digest))
    guard configuration.diffIDs.count == manifest.layers.count else {
      throw ImageError(
        .malformed,
        "`\(manifestName)` names \(manifest.layers.count) layers, its configuration \(configuration.diffIDs.count)"
      )
    }
    var layers: [FoundImage.Layer] = []
    for (layer, diffID) in zip(manifest.layers, configuration.diffIDs) {
      let part = try parts.needed(place(layer.digest), "a layer of the image")
      let name = "\(parts.path)/\(place(layer.digest))"
      guard MediaType.isLayer(layer.mediaType) else {
        throw ImageError(.malformed, "`\(name)` is a layer of an unknown type, `\(layer.mediaType)`")
      }
      guard part.size == layer.size else {
        throw ImageError(
          .malformed, "`\(name)` is damaged: it has \(part.size) bytes, the manifest says \(layer.size)")
      }
      layers.append(.init(part: part, name: name, digest: layer.digest, diffID: diffID))
    }
    var annotations =
      ImageAnnotation.all(descriptor.annotations, of: "the index")
      + ImageAnnotation.all(manifest.annotations, of: "the manifest")
    for (number, layer) in manifest.layers.enumerated() {
      annotations += ImageAnnotation.all(layer.annotations, of: "layer \(number + 1)")
    }
    return FoundImage(
      configurationBytes: bytes, configuration: configuration, layers: layers, digest: descriptor.digest,
      annotations: annotations)
  }

  /// The bytes of a small blob, checked against its digest.
  private func checked(_ descriptor: Descriptor, _ parts: some ImageParts, _ place: String) throws(ImageError)
    -> [UInt8]
  {
    let bytes = try parts.needed(place, "which the image names").bytes()
    guard Digest(of: bytes) == descriptor.digest else {
      throw ImageError(.malformed, "`\(parts.path)/\(place)` is damaged: its digest is \(Digest(of: bytes))")
    }
    return bytes
  }

  /// A tar that `docker save` or `podman save` made.
  func dockerArchive(_ parts: ImageArchive) throws(ImageError) -> FoundImage {
    let root = try DataNode.parse(
      json: try parts.needed("manifest.json", "which `docker save` writes").bytes(),
      named: "\(parts.path)/manifest.json")
    let images = root.items
    let fitting = wanted.map { wanted in
      images.filter { ($0["RepoTags"]?.strings ?? []).contains { Self.isSame($0, wanted) } }
    }
    guard let image = (fitting ?? images).first, let configurationName = image["Config"]?.text else {
      let tags = images.flatMap { $0["RepoTags"]?.strings ?? [] }.map { "`\($0)`" }.joined(separator: ", ")
      throw ImageError(.notFound, "`\(parts.path)` holds no image `\(wanted ?? "")`; it holds \(tags)")
    }
    guard fitting != nil || images.count == 1 else {
      let tags = images.flatMap { $0["RepoTags"]?.strings ?? [] }.map { "`\($0)`" }.joined(separator: ", ")
      throw ImageError(
        .malformed, "`\(parts.path)` holds several images: name one of \(tags) behind the path and a colon")
    }
    let bytes = try parts.needed(configurationName, "the configuration of the image").bytes()
    let configuration = try ImageConfiguration(
      json: try .parse(json: bytes, named: configurationName), named: configurationName)
    let names = image["Layers"]?.strings ?? []
    guard names.count == configuration.diffIDs.count else {
      throw ImageError(
        .malformed,
        "`\(parts.path)` names \(names.count) layers, its configuration \(configuration.diffIDs.count)")
    }
    var layers: [FoundImage.Layer] = []
    for (name, diffID) in zip(names, configuration.diffIDs) {
      let part = try parts.needed(name, "a layer of the image")
      layers.append(.init(part: part, name: "\(parts.path):\(name)", digest: nil, diffID: diffID))
    }
    return FoundImage(configurationBytes: bytes, configuration: configuration, layers: layers, digest: nil)
  }

  private static func isSame(_ tag: String, _ wanted: String) -> Bool {
    guard case .success(let a) = ImageReference.parse(tag),
      case .success(let b) = ImageReference.parse(wanted)
    else {
      return tag == wanted
    }
    return a.tagged == b.tagged
  }
}
