package import DataSyntax
import Image
import Source

/// A comparison of two images in the machine-readable shape `ovenproof/image-diff/1`.
package struct ImageDifferencesJSON {
  private let differences: ImageDifferences

  package init(_ differences: ImageDifferences) { self.differences = differences }

  /// The whole document.
  package var document: JSONText {
    .members([
      ("schema", .string("ovenproof/image-diff/1")), ("a", subject(differences.a)),
      ("b", subject(differences.b)), ("same", .bool(differences.isEmpty)),
      ("shared-layers", .integer(differences.sharedLayers)),
      ("configuration", .array(differences.configuration.map(setting))),
      ("entries", .array(differences.entries.map(entry))),
      (
        "summary",
        .members([
          ("added", .integer(differences.added)), ("removed", .integer(differences.removed)),
          ("changed", .integer(differences.changed)),
          ("configuration", .integer(differences.configuration.count)),
        ])
      ),
    ])
  }

  private func subject(_ subject: ImageDifferences.Subject) -> JSONText {
    .members([
      ("reference", .string(subject.reference)),
      ("digest", subject.digest.map { .string($0.description) } ?? .null), ("place", .string(subject.place)),
      ("layers", .strings((subject.layers ?? []).map(\.description))),
    ])
  }

  private func setting(_ difference: ConfigurationDifference) -> JSONText {
    .members([("name", .string(difference.name)), ("a", difference.a), ("b", difference.b)])
  }

  private func entry(_ difference: EntryDifference) -> JSONText {
    let layer = difference.layer.map { layer in
      JSONText.members([
        ("image", .string(layer.side.rawValue)), ("number", .integer(layer.number)),
        ("digest", layer.digest.map { .string($0.description) }),
      ])
    }
    let text = difference.textDifference
    let timed = difference.attributes.contains(.modified)
    return .members([
      ("path", .string(difference.path)), ("change", .string(difference.change)), ("layer", layer),
      ("attributes", .strings(difference.attributes.map(\.rawValue))),
      ("a", difference.a.map { looks(of: $0, at: timed ? $0.modified : nil) }),
      ("b", difference.b.map { looks(of: $0, at: timed ? $0.modified : nil) }),
      ("diff", text.isEmpty ? nil : .string(String(decoding: text, as: UTF8.self))),
    ])
  }

  private func looks(of entry: ImageEntry, at time: Int?) -> JSONText {
    let attributes = entry.extendedAttributes.mapValues(\.hexadecimal)
    return .members([
      ("type", .string(entry.kind.rawValue)), ("mode", .string(entry.shownMode)),
      ("owner", .integer(Int(entry.owner))), ("group", .integer(Int(entry.group))),
      ("size", entry.kind == .file ? .integer(entry.size) : nil), ("time", time.map { .integer($0) }),
      ("link-target", entry.target.map { .string($0) }),
      ("device", entry.device.map { .string("\($0.major):\($0.minor)") }),
      ("xattrs", attributes.isEmpty ? nil : .strings(attributes)),
    ])
  }
}
