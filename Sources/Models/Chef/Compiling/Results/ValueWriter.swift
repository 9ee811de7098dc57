import RubyEvaluation
import Source

/// Turns values of Ruby into values that are shown.
struct ValueWriter {
  private let compiler: RecipeCompiler
  private static let depthLimit = 32

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  func value(_ value: RubyValue) -> CompiledValue { self.value(value, depth: 0) }

  private func value(_ value: RubyValue, depth: Int) -> CompiledValue {
    guard depth < Self.depthLimit else { return .unknown(UnknownReason("it is nested too deep")) }
    switch value.settled {
    case .nil: return .null
    case .boolean(let flag): return .boolean(flag)
    case .integer(let number): return .integer(number)
    case .float(let number): return .float(number)
    case .string(let string): return .text(string.string)
    case .symbol(let symbol): return .symbol(compiler.run.spelling(of: symbol))
    case .array(let array): return .list(array.elements.map { self.value($0, depth: depth + 1) })
    case .hash(let hash) where hash.module === compiler.classes.dataBagItem:
      return .object("Chef::DataBagItem")
    case .hash(let hash):
      return .map(
        hash.entries.map { entry in
          CompiledValue.Entry(key: key(entry.key), value: self.value(entry.value, depth: depth + 1))
        })
    case .range: return .object("Range")
    case .pattern: return .object("Regexp")
    case .procedure: return .object("Proc")
    case .module(let module): return .object(module.name ?? "Class")
    case .object(let object):
      if object.payload is LazyValue { return .lazy }
      return .object(compiler.run.className(of: value))
    case .unknown(let unknown): return .unknown(UnknownReason(unknown))
    }
  }

  private func key(_ value: RubyValue) -> String {
    switch value {
    case .symbol(let symbol): ":" + compiler.run.spelling(of: symbol)
    case .string(let string): string.string
    case .integer(let number): String(number)
    case .nil: "nil"
    case .boolean(let flag): flag ? "true" : "false"
    default: "?"
    }
  }
}
