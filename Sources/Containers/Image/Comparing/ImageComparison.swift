import Diagnostics
import Source

/// Compares two images at rest, path by path: nothing is unpacked, contents are read piece by piece.
package struct ImageComparison: Sendable {
  /// Whether times count: of files, and those that the configuration tells.
  package enum Times: Sendable { case ignored, compared }

  private let a: any ImageView
  private let b: any ImageView
  private let times: Times
  private let layers: LayerComparison

  /// Larger texts are only said to differ.
  private static let textLimit = 64 << 10
  private static let lineLimit = 2000

  package init(_ a: any ImageView, _ b: any ImageView, times: Times = .ignored) {
    self.a = a
    self.b = b
    self.times = times
    layers = LayerComparison(a, b)
  }

  /// How many layers at the bottom they share, and the digests of all where they are told.
  package var sharedLayers: Int { layers.shared }

  /// What differs in the configurations.
  package var configuration: [ConfigurationDifference] {
    ConfigurationDifference.all(a.configuration.value, b.configuration.value, times: times)
  }

  /// Hands every path at which they differ to `body`, in the byte order of paths.
  package func entries(_ body: (EntryDifference) throws(ImageError) -> Void) throws(ImageError) {
    try compare(try a.entry(at: "/").value, try b.entry(at: "/").value, at: "/", body)
    let first = try Self.entries(of: a)
    let second = try Self.entries(of: b)
    var (i, j) = (0, 0)
    while i < first.count || j < second.count {
      try ImageError.checkCancellation()
      let order = Self.order(i < first.count ? first[i].path : nil, j < second.count ? second[j].path : nil)
      let one = order == .second ? nil : first[i]
      let other = order == .first ? nil : second[j]
      try compare(one, other, at: one?.path ?? other?.path ?? "/", body)
      if one != nil { i += 1 }
      if other != nil { j += 1 }
    }
  }

  private enum Order { case first, both, second }

  /// Which of two paths comes first in the order of bytes; an absent one comes last.
  private static func order(_ a: String?, _ b: String?) -> Order {
    guard let a else { return .second }
    guard let b else { return .first }
    if a == b { return .both }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? .first : .second
  }

  private static func entries(of view: any ImageView) throws(ImageError) -> [ImageEntry] {
    switch try view.entries(under: "/") {
    case .value(let entries): return entries
    case .absent: return []
    case .unknown(let reason): throw ImageError(.machine, "`\(view.reference)`: \(reason.text)")
    }
  }

  private func compare(
    _ one: ImageEntry?, _ other: ImageEntry?, at path: String,
    _ body: (EntryDifference) throws(ImageError) -> Void
  ) throws(ImageError) {
    var attributes: [EntryDifference.Attribute] = []
    if let one, let other {
      attributes = try self.attributes(one, other)
      if attributes.isEmpty { return }
    } else if one == nil, other == nil {
      return
    }
    try body(
      EntryDifference(
        path: path, a: one, b: other, attributes: attributes,
        layer: try layers.layer(of: path, one, other),
        textDifference: attributes.contains(.content) ? try textDifference(at: path) : []))
  }

  private func attributes(_ a: ImageEntry, _ b: ImageEntry) throws(ImageError) -> [EntryDifference.Attribute]
  {
    var found: [EntryDifference.Attribute] = []
    if a.kind != b.kind { found.append(.type) }
    // What mode a link has depends on who wrote it down; nobody asks for it.
    if a.mode != b.mode, a.kind != .symlink || b.kind != .symlink { found.append(.mode) }
    if a.owner != b.owner { found.append(.owner) }
    if a.group != b.group { found.append(.group) }
    if a.kind == .file, b.kind == .file {
      if a.size != b.size { found.append(.size) }
      if try !hasEqualContent(a.path, a.size, b.size) { found.append(.content) }
    }
    if a.kind == b.kind, a.target != b.target { found.append(.target) }
    if a.kind == b.kind, a.device != b.device { found.append(.device) }
    if a.extendedAttributes != b.extendedAttributes { found.append(.extendedAttributes) }
    if times == .compared, a.modified != b.modified { found.append(.modified) }
    return found
  }

  private func hasEqualContent(_ path: String, _ size: Int, _ other: Int) throws(ImageError) -> Bool {
    guard size == other else { return false }
    if size == 0 { return true }
    guard let one = try a.content(of: path).value, let two = try b.content(of: path).value else {
      return false
    }
    return try one.isEqual(to: two)
  }

  private func textDifference(at path: String) throws(ImageError) -> [UInt8] {
    guard let before = try text(of: a, at: path), let after = try text(of: b, at: path) else { return [] }
    return UnifiedDiff(
      path: VisibleText.line(path), before: before, after: after, shownBefore: MaskedText.masking(before),
      shownAfter: MaskedText.masking(after)
    ).bytes
  }

  /// The content of a file that is a small text; nil for anything else.
  private func text(of view: any ImageView, at path: String) throws(ImageError) -> [UInt8]? {
    guard let bytes = try view.content(of: path).value?.bytes(limit: Self.textLimit) else { return nil }
    let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
    return isText && bytes.count(where: { $0 == 0x0A }) <= Self.lineLimit ? bytes : nil
  }
}
