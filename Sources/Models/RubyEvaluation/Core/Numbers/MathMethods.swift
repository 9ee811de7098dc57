import Glibc

/// `Math`.
enum MathMethods {
  static func define(in table: CoreTable) {
    table.constant("PI", .float(.pi))
    table.constant("E", .float(M_E))
    let functions: [(String, (Double) -> Double)] = [
      ("sqrt", { $0.squareRoot() }), ("cbrt", cubeRoot), ("exp", { Glibc.exp($0) }),
      ("log2", { Glibc.log2($0) }), ("log10", { Glibc.log10($0) }), ("sin", { Glibc.sin($0) }),
      ("cos", { Glibc.cos($0) }), ("tan", { Glibc.tan($0) }), ("atan", { Glibc.atan($0) }),
      ("sinh", { Glibc.sinh($0) }), ("cosh", { Glibc.cosh($0) }), ("tanh", { Glibc.tanh($0) }),
    ]
    for (name, function) in functions {
      table.defineOnItself(name, arity: 1) { (call) throws(Unwinding) in
        let number = try number(0, call)
        guard number >= 0 || !["sqrt", "log2", "log10"].contains(name) else { throw domain(name, call) }
        return .float(function(number))
      }
    }
    table.defineOnItself("log", arity: CoreArity(1, 2)) { (call) throws(Unwinding) in
      let number = try number(0, call)
      guard number >= 0 else { throw domain("log", call) }
      return .float(
        call.count == 1 ? Glibc.log(number) : Glibc.log(number) / Glibc.log(try self.number(1, call)))
    }
    table.defineOnItself("atan2", arity: 2) { (call) throws(Unwinding) in
      .float(Glibc.atan2(try number(0, call), try number(1, call)))
    }
    table.defineOnItself("hypot", arity: 2) { (call) throws(Unwinding) in
      .float(Glibc.hypot(try number(0, call), try number(1, call)))
    }
  }

  /// With the step of Newton that Ruby adds to the library's answer.
  private static func cubeRoot(_ number: Double) -> Double {
    let root = Glibc.cbrt(number)
    return root.isFinite && root != 0 ? (2 * root + number / root / root) / 3 : root
  }

  private static func domain(_ name: String, _ call: CoreCall) -> Unwinding {
    call.raise(path: "Math::DomainError", "Numerical argument is out of domain - \"\(name)\"")
  }

  private static func number(_ index: Int, _ call: CoreCall) throws(Unwinding) -> Double {
    if let number = NumericText.double(of: call[index]) { return number }
    let name = call[index].isNil ? "nil" : call.run.className(of: call[index])
    throw call.raise("TypeError", "can't convert \(name) into Float")
  }
}
