import DataSyntax
import Diagnostics
import Expectation
import Source

/// What the things of a file tell of its dialect, where its sections are those of goss and of ours.
struct GossThings {
  private let file: SourceFile

  init(of file: SourceFile) { self.file = file }

  var answer: GossDetection.Answer {
    let syntax: DataSyntaxKind = file.id.path.hasSuffix(".json") ? .json : .yaml
    let (tree, faults) = DataParser.parse(DerivedText(file), as: syntax)
    // A template tells nothing before it is rendered.
    guard !faults.contains(where: { $0.severity == .error }) else { return .either }
    var answers: Set<GossDetection.Answer> = []
    for section in tree.root.entries {
      guard let word = section.key.string, let kind = GossKind.all.first(where: { $0.word == word }) else {
        continue
      }
      let ours = SpecWords.keys(in: word)
      for entry in section.value.entries.flatMap(\.value.entries) {
        let key = entry.key.string ?? ""
        switch (kind.attribute(key) != nil, ours.contains(key)) {
        case (true, false): answers.insert(.goss)
        case (false, true): answers.insert(.other)
        case (true, true): Self.answer(key, entry.value).map { _ = answers.insert($0) }
        case (false, false): break
        }
      }
    }
    return answers.count == 1 ? answers.first ?? .either : .either
  }

  /// What a value tells whose key both have: milliseconds are goss's, times with a unit ours, and we ask why something is skipped.
  private static func answer(_ key: String, _ value: DataNode) -> GossDetection.Answer? {
    switch (key, value.kind) {
    case ("timeout", .number), ("skip", .bool), ("request-headers", .sequence): .goss
    case ("timeout", .string), ("skip", .string), ("request-headers", .mapping): .other
    default: nil
    }
  }
}
