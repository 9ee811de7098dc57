import Host

/// What differs between a whole file system and the image that it was made from, by the times that nobody can set.
struct TreeChanges {
  /// Paths of what changed, with the folders on the way.
  private var changed: Set<[UInt8]> = []
  /// Names that are gone, by their folder.
  private var gone: [[UInt8]: [[UInt8]]] = [:]
  private static let depthLimit = 256

  /// Looks through a folder; what lies at one of `excluded` does not count.
  init(in root: OpenFolder, since moment: Int, over base: LayeredImageView?, besides excluded: [String])
    throws
  {
    let excluded = Set(excluded.map { Array($0.utf8.drop { $0 == 0x2F }) })
    let names = Self.names(of: base)
    try look(in: root, at: [], depth: 0) { path, inode in
      excluded.contains(path) ? nil : inode.changed >= moment
    } expecting: { path in
      (names[path] ?? []).filter { !excluded.contains(path.isEmpty ? $0 : path + [0x2F] + $0) }
    }
  }

  func hold(_ path: [UInt8]) -> Bool { changed.contains(path) }
  func missing(in folder: [UInt8]) -> [[UInt8]] { gone[folder] ?? [] }

  /// What lies in each folder of the image.
  private static func names(of base: LayeredImageView?) -> [[UInt8]: [[UInt8]]] {
    guard let base else { return [:] }
    var names: [[UInt8]: [[UInt8]]] = [:]
    // Devices are not unpacked.
    for place in base.places(below: []) where ![.characterDevice, .blockDevice].contains(place.record.kind) {
      let path = Array(base.layers[place.layer].index.path(of: place.record))
      let slash = path.lastIndex(of: 0x2F)
      names[Array(path[..<(slash ?? 0)]), default: []].append(Array(path[(slash.map { $0 + 1 } ?? 0)...]))
    }
    return names
  }

  /// Looks through a folder; `counts` is nil for what is left out with all below.
  private mutating func look(
    in folder: OpenFolder, at path: [UInt8], depth: Int, counts: ([UInt8], Inode) -> Bool?,
    expecting: ([UInt8]) -> [[UInt8]]
  ) throws {
    guard depth < Self.depthLimit else {
      throw ImageError(.malformed, "`\(folder.path)` lies more than \(Self.depthLimit) folders deep")
    }
    let names = try folder.names()
    for name in names {
      try ImageError.checkCancellation()
      let path = path.isEmpty ? name : path + [0x2F] + name
      guard let inode = try folder.inode(name), let isChanged = counts(path, inode) else { continue }
      if isChanged { note(path) }
      guard inode.kind == .directory else { continue }
      try look(
        in: try folder.folder(name), at: path, depth: depth + 1, counts: counts, expecting: expecting)
    }
    let present = Set(names)
    let missing = expecting(path).filter { !present.contains($0) }
    guard !missing.isEmpty else { return }
    gone[path] = missing.sorted { $0.lexicographicallyPrecedes($1) }
    note(path)
  }

  private mutating func note(_ path: [UInt8]) {
    var path = path
    while !path.isEmpty, changed.insert(path).inserted {
      path = Array(path[..<(path.lastIndex(of: 0x2F) ?? 0)])
    }
  }
}
