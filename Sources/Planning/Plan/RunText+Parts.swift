import Packer
import Source

/// What planning does with paths and values that may hold secrets and holes.
extension RunText {
  /// Whether nothing is in it.
  var isEmpty: Bool { parts.isEmpty }

  /// Whether the text surely ends so; a hole at the end cannot be told.
  func ends(with suffix: String) -> Bool { parts.last?.known?.hasSuffix(suffix) ?? false }

  /// Whether one of the characters surely stands in it.
  func contains(anyOf characters: [Character]) -> Bool {
    parts.contains { part in part.known?.contains { characters.contains($0) } ?? false }
  }

  /// The last part of a path, slashes at its end left out, as Go's `filepath.Base` takes it.
  var baseName: RunText {
    let path = withoutSlashesAtEnd
    guard let (_, name) = path.splitAtLast("/") else { return path }
    return name
  }

  /// The folder of a path; nil for a bare name.
  var folder: RunText? { splitAtLast("/")?.before }

  /// The path without slashes at its end; a lone `/` stays.
  var withoutSlashesAtEnd: RunText {
    guard case .literal(var text)? = parts.last else { return self }
    while text.hasSuffix("/"), parts.count > 1 || text.count > 1 { text.removeLast() }
    return RunText(parts.dropLast() + [.literal(text)])
  }

  /// The text with every known occurrence replaced, in secrets too.
  func replacing(_ old: String, with new: String) -> RunText {
    RunText(
      parts.map { part in
        switch part {
        case .literal(let text) where !text.mentions(old): part
        case .literal(let text): .literal(text.replacing(old, with: new))
        case .secret(let text, let name): .secret(text.replacing(old, with: new), name: name)
        case .hole: part
        }
      })
  }

  /// What stands before and after the first separator; nil without one.
  func splitAtFirst(_ separator: Character) -> (before: RunText, after: RunText)? {
    for (index, part) in parts.enumerated() {
      guard let text = part.known, let place = text.firstIndex(of: separator) else { continue }
      return split(part: index, text, at: place)
    }
    return nil
  }

  /// What stands before and after the last separator; nil without one.
  func splitAtLast(_ separator: Character) -> (before: RunText, after: RunText)? {
    for (index, part) in parts.enumerated().reversed() {
      guard let text = part.known, let place = text.lastIndex(of: separator) else { continue }
      return split(part: index, text, at: place)
    }
    return nil
  }

  /// The pieces between separators.
  func split(_ separator: Character) -> [RunText] {
    var rest = self
    var pieces: [RunText] = []
    while let (before, after) = rest.splitAtFirst(separator) {
      pieces.append(before)
      rest = after
    }
    return pieces + [rest]
  }

  /// The text with all that is literal in it taken as a secret.
  func hidden(as name: String) -> RunText {
    RunText(
      parts.map { part in if case .literal(let text) = part { .secret(text, name: name) } else { part } })
  }

  private func split(part index: Int, _ text: String, at place: String.Index) -> (
    before: RunText, after: RunText
  ) {
    let after = text.index(after: place)
    return (
      RunText(parts[..<index] + [parts[index].replaced(by: String(text[..<place]))]),
      RunText([parts[index].replaced(by: String(text[after...]))] + parts[(index + 1)...])
    )
  }
}

extension RunText.Part {
  /// The text of a literal or a secret; nil for a hole.
  var known: String? {
    switch self {
    case .literal(let text), .secret(let text, _): text
    case .hole: nil
    }
  }

  /// A part of the same kind with another text.
  func replaced(by text: String) -> RunText.Part {
    if case .secret(_, let name) = self { .secret(text, name: name) } else { .literal(text) }
  }
}

extension Sequence where Element == RunText {
  /// The texts one after the other with a separator between them.
  func joined(by separator: String) -> RunText {
    var parts: [RunText.Part] = []
    for text in self {
      if !parts.isEmpty { parts.append(.literal(separator)) }
      // An empty text still counts: it stands between two separators.
      parts += text.isEmpty ? [.literal("")] : text.parts
    }
    return RunText(parts)
  }
}
