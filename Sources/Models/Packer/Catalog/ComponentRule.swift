/// A demand on the options of a component, as data; one checker interprets all of them.
package struct ComponentRule: Sendable {
  package enum Demand: Sendable {
    /// The option must be set; a variable of the environment may stand in.
    case required(String, environment: [String])
    /// At least one of the conditions holds.
    case oneOf([OptionCondition])
    /// At most one of the conditions holds.
    case exclusive([OptionCondition])
    /// Where the first holds, the second must.
    case requires(OptionCondition, OptionCondition)
    /// All of the options are set, or none.
    case together([String])
    /// Every item (or key) of the first is among those of the second.
    case contained(String, in: String)
    /// Where both are written they say the same.
    case same(String, String)
    /// They do not say the same.
    case different(String, from: String)
    /// The option has one of the values.
    case values(String, [String], ignoresCase: Bool)
    /// Each item of the list stands there once; the aliases count as one item, what is repeatable does not count.
    case distinct(String, aliases: [String], repeatable: [String])
    /// The number lies in a range, or is a multiple.
    case range(String, minimum: Double?, maximum: Double?, multipleOf: Int?)
    /// The first number is at most so many times the second.
    case ratio(String, to: String, maximum: Double)
    /// The text has so many bytes, or the list or map so many items.
    case length(String, minimum: Int?, maximum: Int?, unit: LengthUnit)
    /// The whole text matches a pattern (RE2), said in words.
    case pattern(String, RegularExpressionText, words: String)
    /// The text has a form that a pattern cannot tell.
    case form(String, TextForm)
    /// The first number is not greater than the second; their defaults where they are not written.
    case order(String, String, defaults: [Int])
    /// The number counts the items of the second option from 0; `unwritten` is how many there are at least.
    case index(String, of: String, unwritten: Int)
    /// Packer asks something outside of the template about it, such as a server: nobody can tell beforehand.
    case outside(String)
    /// Packer looks for a program on the machine.
    case program(String)
    /// Packer accepts it and warns, or it has no effect.
    case warning(OptionCondition, options: [String], because: String)
  }

  package enum LengthUnit: String, Sendable {
    case bytes, items
    /// Unicode scalars.
    case characters
    /// The items of each list in a list.
    case innerItems = "inner-items"
    /// Each text of a list, each key and each value of a map.
    case texts
    /// Each key of a map.
    case keys
    /// Each value of a map.
    case values
  }

  package let demand: Demand
  /// When the demand is made; nil for always.
  package let condition: OptionCondition?
  /// The nested object, or list of objects, in which the options stand; nil for the component itself.
  package let within: String?
  /// A sentence on why, for people.
  package let because: String?

  package init(
    _ demand: Demand, when condition: OptionCondition? = nil, within: String? = nil, because: String? = nil
  ) {
    self.demand = demand
    self.condition = condition
    self.within = within
    self.because = because
  }
}

/// A pattern in RE2's syntax that a whole text must match.
package struct RegularExpressionText: Sendable, Hashable {
  package let pattern: String

  package init(_ pattern: String) { self.pattern = pattern }
}

/// Forms of text that Packer checks with code of its own.
package enum TextForm: String, Sendable, CaseIterable {
  case address = "ip-or-cidr"
  case cidr
  /// `PORT:HOST:PORT`.
  case tunnel
  /// `none`, `md5:HEX`, `file:PATH`, a bare hexadecimal digest.
  case checksum
  /// 8 to 123 signs, three of: upper case, lower case, digit, other sign, none of them a control sign.
  case windowsPassword = "windows-password"
  /// What stands for the host in the address of a server, with a port perhaps.
  case host
  /// The address of a server as Go reads it, with or without a scheme.
  case url
  /// Keys and waits of a boot command: `<wait5s>`.
  case bootCommand = "boot-command"
}

extension ComponentRule {
  /// Every option that the rule speaks of, its condition included.
  package var options: [String] { demand.options + (condition?.options ?? []) }
}

extension ComponentRule.Demand {
  /// The options that the demand speaks of.
  package var options: [String] {
    switch self {
    case .required(let name, _), .outside(let name), .values(let name, _, _), .distinct(let name, _, _),
      .range(let name, _, _, _),
      .length(let name, _, _, _),
      .pattern(let name, _, _), .form(let name, _):
      [name]
    case .oneOf(let conditions), .exclusive(let conditions): conditions.flatMap(\.options)
    case .requires(let first, let second): first.options + second.options
    case .program: []
    case .together(let names), .warning(_, let names, _): names
    case .contained(let first, let second), .same(let first, let second),
      .different(let first, let second), .ratio(let first, let second, _),
      .order(let first, let second, _), .index(let first, let second, _):
      [first, second]
    }
  }
}
