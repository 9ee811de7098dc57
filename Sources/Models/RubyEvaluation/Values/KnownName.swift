/// Names that the interpreter itself asks for; their symbols are the same in every run.
package enum KnownName: Int, CaseIterable, Sendable {
  case call, each, initialize, inspect, message, new, allocate, hash, include, extend, lambda, proc, raise,
    loop
  case included, extended, prepended, inherited, module, main, key, name, send, dup, clone, join
  case toString, toArray, toSplat, toHash, toKeywords, toProcedure, toInteger, toFloat, toText
  case equals, same, caseEquals, compare, match, plus, minus, times, divide, remainder, power, append
  case less, lessOrEqual, greater, greaterOrEqual, index, setIndex, not, differs, doesNotMatch, negate, keep
  case methodMissing, respondTo, respondToMissing, constMissing, methodAdded, initializeCopy, eql

  package var spelling: String {
    switch self {
    case .toString: "to_s"
    case .toArray: "to_ary"
    case .toSplat: "to_a"
    case .toHash: "to_h"
    case .toKeywords: "to_hash"
    case .toProcedure: "to_proc"
    case .toInteger: "to_i"
    case .toFloat: "to_f"
    case .toText: "to_str"
    case .equals: "=="
    case .same: "equal?"
    case .caseEquals: "==="
    case .compare: "<=>"
    case .match: "=~"
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divide: "/"
    case .remainder: "%"
    case .power: "**"
    case .append: "<<"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .index: "[]"
    case .setIndex: "[]="
    case .not: "!"
    case .differs: "!="
    case .doesNotMatch: "!~"
    case .negate: "-@"
    case .keep: "+@"
    case .methodMissing: "method_missing"
    case .respondTo: "respond_to?"
    case .respondToMissing: "respond_to_missing?"
    case .constMissing: "const_missing"
    case .methodAdded: "method_added"
    case .initializeCopy: "initialize_copy"
    case .eql: "eql?"
    default: String(describing: self)
    }
  }

  static let count = allCases.count

  package var symbol: RubySymbol { RubySymbol(rawValue) }
}

extension RubySymbol {
  /// The symbol of a known name.
  package static func known(_ name: KnownName) -> RubySymbol { name.symbol }
}
