package import Source

/// What is wrong with the options of a component; rules word it.
package struct ComponentFault: Sendable, Hashable {
  package enum Problem: Sendable, Hashable {
    /// No option of that name; the nearest that there are, best first.
    case unknownOption(String, nearest: [String])
    /// Packer had the option once; what replaces it.
    case removedOption(String, replacement: String?)
    /// Newer releases have it, Packer 1.6.6 does not.
    case newerOption(String, since: String)
    case deprecatedOption(String)
    case internalOption(String)
    /// Packer 1.6.6 has it, newer releases do not.
    case goneOption(String, since: String)
    /// The value cannot be decoded.
    case wrongType(String, expected: OptionType, got: String)
    case missing(String, environment: [String])
    case noneOf([OptionCondition])
    case tooMany([OptionCondition])
    case unmet(OptionCondition, needs: OptionCondition)
    case incomplete(given: [String], missing: [String])
    case notAmong(String, value: String, allowed: [String])
    /// An item of a list that stands there already, perhaps by another word.
    case repeated(String, value: String)
    case outOfRange(String, value: String, minimum: Double?, maximum: Double?, multipleOf: Int?)
    case wrongLength(String, length: Int, minimum: Int?, maximum: Int?, unit: ComponentRule.LengthUnit)
    case malformed(String, value: String, words: String)
    case tooMuch(String, of: String, maximum: Double)
    case disordered(low: String, high: String)
    case doubtful([String])
    /// What an option names must be there, or must not be, or is of another kind.
    case path(String, path: String, PathState)
    /// Packer asks a server, or a program, about the option when it validates: it cannot be told here.
    case undecidable(String)
    /// Packer does not find a program that the component needs.
    case missingProgram(String)
  }

  /// What is wrong with what stands at a path.
  package enum PathState: Sendable, Hashable {
    case absent
    /// Something stands where nothing may.
    case present
    case folder, file
    /// It cannot be read, or does not hold what it should: in words for people.
    case unusable(String)
  }

  package let problem: Problem
  /// The option's key, its value, or the smallest part of it; of an absent option, the component's `type` value.
  package let location: Location
  /// Other places that matter, with the option that stands there.
  package let related: [Located<String>]
  package let kind: ConfiguredComponent.Kind
  package let component: String
  /// A sentence on why, from the catalog.
  package let because: String?

  /// Whether Packer 1.6.6 refuses the template for it.
  package var isRefused: Bool {
    switch problem {
    case .deprecatedOption, .internalOption, .goneOption, .doubtful, .undecidable: false
    default: true
    }
  }
}
