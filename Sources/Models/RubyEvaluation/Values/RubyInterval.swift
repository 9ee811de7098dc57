/// A range, `low..high`; an open end is nil.
package final class RubyInterval: RubyHeapObject {
  package private(set) var low: RubyValue
  package private(set) var high: RubyValue
  /// `...` rather than `..`.
  package let isExclusive: Bool

  package init(_ low: RubyValue, _ high: RubyValue, isExclusive: Bool) {
    self.low = low
    self.high = high
    self.isExclusive = isExclusive
    super.init()
    isFrozen = true
  }

  deinit { letGo() }

  override func surrender(to heir: inout [RubyHeapObject]) {
    heir.take(low)
    heir.take(high)
    (low, high) = (.nil, .nil)
    super.surrender(to: &heir)
  }
}

/// A regular expression.
package final class RubyPattern: RubyHeapObject {
  package struct Options: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let ignoreCase = Options(rawValue: 1)
    package static let extended = Options(rawValue: 2)
    package static let multiline = Options(rawValue: 4)
  }

  /// What stands between the slashes.
  package let source: [UInt8]
  package let options: Options

  package init(_ source: [UInt8], options: Options) {
    self.source = source
    self.options = options
    super.init()
    isFrozen = true
  }
}

/// What a regular expression found: the content of `$~`.
package final class RubyMatch: RubyPayload {
  package let subject: RubyString
  /// The whole and then the groups; nil for a group that took no part.
  package let groups: [Range<Int>?]
  /// The named groups and which they are.
  package let names: [(name: String, group: Int)]
  package let pattern: RubyPattern?

  package init(
    _ subject: RubyString, groups: [Range<Int>?], names: [(name: String, group: Int)] = [],
    pattern: RubyPattern? = nil
  ) {
    self.subject = RubyString(copying: subject)
    self.groups = groups
    self.names = names
    self.pattern = pattern
  }

  /// The string of a group.
  package func value(_ group: Int) -> RubyValue {
    guard groups.indices.contains(group), let range = groups[group] else { return .nil }
    return .string(subject.slice(range))
  }
}
