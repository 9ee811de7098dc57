/// Text of a template after rendering: literal parts, secrets that must not be shown, and holes that only the run fills.
package struct RunText: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case literal(String)
    /// The value of a sensitive variable or option; `name` is shown in its place.
    case secret(String, name: String)
    case hole(Hole)
  }

  package let parts: [Part]

  package init(_ parts: [Part]) {
    var joined: [Part] = []
    for part in parts {
      if case .literal(let text) = part {
        if text.isEmpty { continue }
        if case .literal(let before)? = joined.last {
          joined[joined.count - 1] = .literal(before + text)
          continue
        }
      }
      joined.append(part)
    }
    self.parts = joined
  }

  package init(_ literal: String) { self.init([.literal(literal)]) }

  /// What is shown: secrets and holes by name.
  package var shown: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .secret(_, let name): "<sensitive:\(name)>"
      case .hole(let hole): "<\(hole.name)>"
      }
    }.joined()
  }

  /// The whole text, secrets included, where no hole is left.
  package var complete: String? { filled { _ in nil } }

  /// The whole text with its holes filled; nil where one stays open.
  package func filled(_ value: (Hole) -> String?) -> String? {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .secret(let secret, _): text += secret
      case .hole(let hole):
        guard let value = value(hole) else { return nil }
        text += value
      }
    }
    return text
  }

  /// The secrets in it, for masking what a build prints.
  package var secrets: [String] {
    parts.compactMap { if case .secret(let secret, _) = $0 { secret } else { nil } }
  }

  package var holes: [Hole] {
    parts.compactMap { if case .hole(let hole) = $0 { hole } else { nil } }
  }

  package static func + (a: RunText, b: RunText) -> RunText { RunText(a.parts + b.parts) }
}

extension RunText: ExpressibleByStringInterpolation {
  package init(stringLiteral literal: String) { self.init(literal) }

  /// Collects literals and other run texts: `"rm -f \(path)"` keeps the secrets and holes of `path`.
  package struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { parts.append(.literal(literal)) }
    package mutating func appendInterpolation(_ text: RunText) { parts += text.parts }
    package mutating func appendInterpolation(_ text: String) { parts.append(.literal(text)) }
    package mutating func appendInterpolation(_ number: Int) { parts.append(.literal(String(number))) }
  }

  package init(stringInterpolation: StringInterpolation) { self.init(stringInterpolation.parts) }
}

/// A value that only a run knows, by name.
package enum Hole: Sendable, Hashable {
  /// `{{build "KEY"}}`: a value of the running build (`ID`, `PackerRunUUID`, `ImageSha256`, …).
  case build(String)
  /// A value that depends on the moment or the machine: a clock, a random id; named by the function.
  case function(String)

  package var name: String {
    switch self {
    case .build(let key): "build \(key)"
    case .function(let name): name
    }
  }
}
