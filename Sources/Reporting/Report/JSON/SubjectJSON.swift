import DataSyntax

/// What a run was about, as the machine-readable shapes write it.
enum SubjectJSON {
  /// Template, base, image and specs of a record.
  static func value(of record: RunRecord) -> JSONText {
    let subject = record.subject
    return .members([
      ("template", oneOrMore(subject.templates) { artifact($0, named: "file") }),
      ("base", images(subject.bases)),
      ("image", images(subject.images)),
      ("specs", specs(subject.specs)),
      ("files", .integer(record.fileCount)),
    ])
  }

  /// An image by its reference and digest; null for none, a list only where a record holds several.
  static func images(_ images: [RunRecord.Subject.Artifact]) -> JSONText {
    oneOrMore(images) { artifact($0, named: "reference") }
  }

  /// The spec files with their dialects.
  static func specs(_ specs: [RunRecord.Subject.Spec]) -> JSONText {
    .array(
      specs.map { spec in
        .members([
          ("file", .string(spec.file)), ("dialect", .string(spec.dialect)),
          ("digest", spec.digest.map { .string($0) }),
        ])
      })
  }

  /// An image by its reference and digest.
  static func image(_ image: RunRecord.Subject.Artifact) -> JSONText { artifact(image, named: "reference") }

  private static func artifact(_ artifact: RunRecord.Subject.Artifact, named name: String) -> JSONText {
    .members([(name, .string(artifact.name)), ("digest", artifact.digest.map { .string($0) } ?? .null)])
  }

  private static func oneOrMore<Item>(_ items: [Item], _ value: (Item) -> JSONText) -> JSONText {
    switch items.count {
    case 0: .null
    case 1: value(items[0])
    default: .array(items.map(value))
    }
  }
}
