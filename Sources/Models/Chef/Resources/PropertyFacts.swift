/// What a property of a resource takes, and what becomes of it.
package struct PropertyFacts: Sendable, Hashable {
  /// A kind of value that is taken.
  package enum Kind: Sendable, Hashable {
    /// An instance of a class: `String`, `Integer`.
    case instance(String)
    case `true`, `false`, `nil`
    case text(String)
    case symbol(String)
    case pattern(String)
  }

  /// When a value must be given.
  package enum Need: Sendable, Hashable {
    case never, always
    /// Only when one of these actions is taken.
    case forActions([String])
  }

  /// What Chef's own code asks of a value.
  package enum Check: Sendable, Hashable {
    /// A file mode.
    case mode
    /// A number, open at the end where the last is nil.
    case range(Int, Int?)
    /// A field of a crontab: `*`, or numbers of a range with commas, dashes and slashes between them, or one of some names.
    case schedule(Int, Int, names: [String])
    /// A hash with no other keys than some texts.
    case keys([String])
    /// A list of nothing but some texts.
    case items([String])
    /// A day of the calendar, as `2026-12-31`.
    case date
    /// The name of a cipher of OpenSSL, in any case.
    case cipher
    /// An address of four numbers with dots.
    case address4
    /// A URI with a scheme or a share of Windows, or a list of them.
    case address
  }

  /// What Chef makes of a given value.
  package enum Coercion: String, Sendable, Hashable {
    case downcase, symbol, sort, list, map, set, words, split, text, backslashes, groups, flag
    /// A whole number: what a text begins with, what a text is, or the text itself where it is none.
    case toInteger = "to-integer"
    case integer
    case integerIfPossible = "integer-if-possible"
    case symbolDowncase = "symbol-downcase"
    case splitSorted = "split-sorted"
    case listSorted = "list-sorted"
    /// A list of what is given, an empty one of nil.
    case addresses
    /// A text as a list of it.
    case textList = "text-list"
    /// A list as a text with commas.
    case joined
    case lowerList = "lower-list"
    /// The same with the slashes of Windows; an empty list of false and nil.
    case pathList = "path-list"
    case lowerSymbols = "lower-symbols"
    case mountOptions = "mount-options"
    case mountPoint = "mount-point"
    case sudoName = "sudo-name"
    case confName = "conf-name"
    case startType = "start-type"
    /// `before` and `after` of something.
    case phases
    /// A plain value as the `duration` of a hash.
    case duration
    case falseAsNil = "false-as-nil"
    case onOff = "on-off"
    /// The symbol of a day as its number in a crontab.
    case weekday
    /// Nothing, but that nil is looked at like any value.
    case same
    /// Something that is not told here of a value that the property takes; another is refused.
    case ownKind = "own-kind"
    /// Something that is not told here: the value is unknown.
    case other

    /// Whether nil becomes something else.
    var readsNil: Bool { self == .addresses || self == .pathList }
  }

  /// A value that is fixed in Chef's own code.
  package enum Constant: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case text(String)
    case symbol(String)
    case list([Constant])
    case emptyMap
    /// It depends on the node or on other properties.
    case computed
  }

  /// What is taken; empty for anything.
  package var kinds: [Kind] = []
  package var need = Need.never
  package var isName = false
  package var equals: [Constant] = []
  package var patterns: [String] = []
  /// What Chef's own code asks of a value besides its kind.
  package var check: Check?
  package var coercion: Coercion?
  package var defaultValue: Constant?
  package var isSensitive = false
  package var isDeprecated = false
  /// The first version of Chef that has it, where that is not the resource's.
  package var since: String?
  /// The property that this is another name of.
  package var alias: String?
  /// Whether setting it to nil only reads it.
  package var ignoresNil = false
  /// Whether it is a method that takes its arguments in a way of its own.
  package var isCall = false
  /// Whether such a method must be given a block.
  package var needsBlock = false
}
