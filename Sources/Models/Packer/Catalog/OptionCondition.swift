/// A condition on options, as a line of text in the catalog's files: `direction = upload and generated != true`.
///
/// An option by itself means that it is set: not empty, not `false`, not 0. `|` joins alternatives.
package indirect enum OptionCondition: Sendable, Hashable {
  case set(String)
  case absent(String)
  /// Written, and not null, however empty.
  case given(String)
  /// The value, or the default of an option that is not written, fits a pattern in which `*` stands for anything.
  case equals(String, String)
  case differs(String, String)
  case all([OptionCondition])
  case any([OptionCondition])

  /// The options that it speaks of, in order.
  package var options: [String] {
    switch self {
    case .set(let name), .absent(let name), .given(let name), .equals(let name, _), .differs(let name, _):
      // Where any value of a map will do, people know the map by its name.
      [name.hasSuffix(".*") ? String(name.dropLast(2)) : name]
    case .all(let parts), .any(let parts): parts.flatMap(\.options)
    }
  }

  /// The condition in words for people, names in backticks.
  package var words: String {
    switch self {
    case .set, .given: "`\(options[0])`"
    case .absent: "no `\(options[0])`"
    case .equals(let name, let value): "`\(name)` = `\(value)`"
    case .differs(let name, let value): "`\(name)` other than `\(value)`"
    case .all(let parts):
      // `a and a != 0` says no more to people than `a`.
      parts.enumerated()
        .filter { index, part in !parts[..<index].contains { $0.options == part.options } }
        .map(\.element.words).joined(separator: " with ")
    case .any(let parts): parts.map(\.words).joined(separator: " or ")
    }
  }
}
