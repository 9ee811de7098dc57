import DataSyntax
package import Diagnostics
import Image
import Source

/// A comparison of two images for people: the layers, the settings, then the paths under the layer that each comes from.
package struct ImageDifferencesText {
  private let differences: ImageDifferences
  private let palette: Palette
  private var lines: [String] = []

  package init(_ differences: ImageDifferences, palette: Palette = .plain) {
    self.differences = differences
    self.palette = palette
  }

  /// The whole text, with a line feed at its end.
  package var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    lines.append("a: \(words(for: differences.a))")
    lines.append("b: \(words(for: differences.b))")
    writeLayers()
    for setting in differences.configuration {
      if lines.count == 3 { lines.append(palette.paint("configuration", .strong)) }
      lines.append("  ~ \(VisibleText.line(setting.name)): \(shown(setting.a)) → \(shown(setting.b))")
    }
    for group in Dictionary(grouping: differences.entries, by: \.layer).sorted(by: Self.isBefore) {
      lines.append(palette.paint(heading(of: group.key), .strong))
      for entry in group.value { write(entry) }
    }
    lines.append(summary)
  }

  private func words(for subject: ImageDifferences.Subject) -> String {
    let digest = subject.digest.map { ", \($0)" } ?? ""
    return "`\(VisibleText.line(subject.reference))` from \(VisibleText.line(subject.place))\(digest)"
  }

  private mutating func writeLayers() {
    func rest(_ subject: ImageDifferences.Subject) -> String {
      guard let layers = subject.layers else { return "unknown" }
      return "\(layers.count - differences.sharedLayers)"
    }
    lines.append(
      "layers: \(differences.sharedLayers) shared, \(rest(differences.a)) more in a, \(rest(differences.b)) more in b"
    )
  }

  /// First what no layer tells, then the layers of the first image, then those of the second, from the bottom.
  private static func isBefore(
    _ one: (key: ComparedLayer?, value: [EntryDifference]),
    _ other: (key: ComparedLayer?, value: [EntryDifference])
  ) -> Bool {
    guard let other = other.key else { return false }
    guard let one = one.key else { return true }
    return (one.side.rawValue, one.number) < (other.side.rawValue, other.number)
  }

  private func heading(of layer: ComparedLayer?) -> String {
    guard let layer else { return "files" }
    return "layer \(layer.number) of \(layer.side.rawValue)" + (layer.digest.map { " (\($0.short))" } ?? "")
  }

  private mutating func write(_ difference: EntryDifference) {
    let path = VisibleText.line(difference.path)
    if let a = difference.a, let b = difference.b {
      let changes = difference.attributes.map { change(of: $0, a, b) }.joined(separator: ", ")
      lines.append(palette.paint("  ~ \(path)", .warning) + "  \(changes)")
    } else if let entry = difference.a {
      lines.append(palette.paint("  - \(path)", .error) + "  \(looks(of: entry))")
    } else if let entry = difference.b {
      lines.append(palette.paint("  + \(path)", .good) + "  \(looks(of: entry))")
    }
    guard !difference.textDifference.isEmpty else { return }
    // What stands before the first hunk names the path again.
    let text = String(decoding: difference.textDifference, as: UTF8.self)
    for line in VisibleText.lines(text).drop(while: { !$0.hasPrefix("@@") }) {
      let tone: Palette.Tone? = line.hasPrefix("+") ? .good : line.hasPrefix("-") ? .error : nil
      lines.append("      " + (tone.map { palette.paint(line, $0) } ?? line))
    }
  }

  private func looks(of entry: ImageEntry) -> String {
    let size = entry.kind == .file ? " \(entry.size) B" : ""
    let target = entry.target.map { " → \(VisibleText.line($0))" } ?? ""
    return "\(entry.kind.rawValue) \(entry.shownMode) \(entry.owner):\(entry.group)\(size)\(target)"
  }

  private func change(of attribute: EntryDifference.Attribute, _ a: ImageEntry, _ b: ImageEntry) -> String {
    switch attribute {
    case .type: "type \(a.kind.rawValue) → \(b.kind.rawValue)"
    case .mode: "mode \(a.shownMode) → \(b.shownMode)"
    case .owner: "owner \(a.owner) → \(b.owner)"
    case .group: "group \(a.group) → \(b.group)"
    case .size: "size \(a.size) → \(b.size)"
    case .content: "content"
    case .target: "link-target \(VisibleText.line(a.target ?? "")) → \(VisibleText.line(b.target ?? ""))"
    case .device: "device \(Self.shown(a)) → \(Self.shown(b))"
    case .extendedAttributes:
      "xattrs "
        + Set(a.extendedAttributes.keys).union(b.extendedAttributes.keys).sorted()
        .filter { a.extendedAttributes[$0] != b.extendedAttributes[$0] }.map { VisibleText.line($0) }
        .joined(separator: " ")
    case .modified: "time \(Timestamp(a.modified).words) → \(Timestamp(b.modified).words)"
    }
  }

  private static func shown(_ entry: ImageEntry) -> String {
    entry.device.map { "\($0.major):\($0.minor)" } ?? "none"
  }

  private func shown(_ value: JSONText?) -> String {
    value.map { VisibleText.line(String(decoding: $0.compact, as: UTF8.self)) } ?? "absent"
  }

  private var summary: String {
    guard !differences.isEmpty else { return palette.paint("same", .good) }
    let settings = differences.configuration.count
    return
      "different: \(differences.added) added, \(differences.removed) removed, \(differences.changed) changed; "
      + (settings == 1 ? "1 setting" : "\(settings) settings")
  }
}
