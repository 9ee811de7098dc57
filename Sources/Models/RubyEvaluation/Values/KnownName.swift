/// Names that the interpreter itself asks for; their symbols are the same in every run.
package enum KnownName: Int, CaseIterable, Sendable {
  case call, each, initialize, inspect, message, new, hash
  case included, extended, prepended, inherited, module, name, clone, join
  case toString, toArray, toSplat, toKeywords, toProcedure, toInteger, toFloat, toText
  case equals, caseEquals, compare, match, plus, minus, times, append
  case less, lessOrEqual, greater, greaterOrEqual, index, setIndex, not, differs
  case methodMissing, respondToMissing, constMissing, methodAdded, initializeCopy

  package var spelling: String { Self.spellings[rawValue] }

  /// By the raw value; written out, since a case that is asked for its own name takes long to tell it.
  private static let spellings = allCases.map(\.written)

  private var written: String {
    switch self {
    case .toString: "to_s"
    case .toArray: "to_ary"
    case .toSplat: "to_a"
    case .toKeywords: "to_hash"
    case .toProcedure: "to_proc"
    case .toInteger: "to_i"
    case .toFloat: "to_f"
    case .toText: "to_str"
    case .equals: "=="
    case .caseEquals: "==="
    case .compare: "<=>"
    case .match: "=~"
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .append: "<<"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .index: "[]"
    case .setIndex: "[]="
    case .not: "!"
    case .differs: "!="
    case .methodMissing: "method_missing"
    case .respondToMissing: "respond_to_missing?"
    case .constMissing: "const_missing"
    case .methodAdded: "method_added"
    case .initializeCopy: "initialize_copy"
    case .call: "call"
    case .each: "each"
    case .initialize: "initialize"
    case .inspect: "inspect"
    case .message: "message"
    case .new: "new"
    case .hash: "hash"
    case .included: "included"
    case .extended: "extended"
    case .prepended: "prepended"
    case .inherited: "inherited"
    case .module: "module"
    case .name: "name"
    case .clone: "clone"
    case .join: "join"
    }
  }

  static let count = allCases.count

  package var symbol: RubySymbol { RubySymbol(rawValue) }
}

extension RubySymbol {
  /// The symbol of a known name.
  package static func known(_ name: KnownName) -> RubySymbol { name.symbol }
}
