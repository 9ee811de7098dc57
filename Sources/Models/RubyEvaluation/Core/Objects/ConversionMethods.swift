/// `Kernel`: what makes values of others.
enum ConversionMethods {
  static func define(in kernel: CoreTable) {
    kernel.define("Integer", arity: CoreArity(1, 3)) { (call) throws(Unwinding) in
      let radix = call.positionals.count == 2 && !call[1].isNil ? try call.integer(1) : 0
      return try soft(call) { () throws(Unwinding) in
        try NumberConversion.integer(call[0], call, radix: radix)
      }
    }
    kernel.define("Float", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      try soft(call) { () throws(Unwinding) in try NumberConversion.float(call[0], call) }
    }
    kernel.define("Rational", "Complex", arity: .from(1)) { call in call.unknown("fractions are not followed")
    }
    kernel.define("String", arity: 1) { (call) throws(Unwinding) in try call.send(call[0], .toString) }
    kernel.define("Array", arity: 1) { (call) throws(Unwinding) in
      switch call[0] {
      case .nil: return .array(RubyArray([]))
      case .array: return call[0]
      case .hash, .range: return try call.send(call[0], .toSplat)
      case .object:
        for name in [KnownName.toArray, .toSplat]
        where call.run.method(name.symbol, of: call.run.module(of: call[0])) != nil {
          return try call.send(call[0], name)
        }
        return call.make([call[0]])
      default: return call.make([call[0]])
      }
    }
    kernel.define("Hash", arity: 1) { (call) throws(Unwinding) in
      switch call[0] {
      case .nil: return .hash(RubyHash())
      case .array(let array) where array.elements.isEmpty: return .hash(RubyHash())
      case .hash: return call[0]
      default:
        throw call.raise("TypeError", "can't convert \(call.run.className(of: call[0])) into Hash")
      }
    }
  }

  /// With `exception: false` a fault gives nil.
  private static func soft(
    _ call: CoreCall, _ body: () throws(Unwinding) -> RubyValue
  ) throws(Unwinding) -> RubyValue {
    guard case .boolean(false)? = call.option("exception") else { return try body() }
    do throws(Unwinding) {
      return try body()
    } catch {
      guard case .raise? = call.run.departure else { throw error }
      _ = call.run.takeDeparture()
      return .nil
    }
  }
}
