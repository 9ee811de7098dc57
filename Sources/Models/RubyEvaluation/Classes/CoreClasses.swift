/// The classes and modules that the interpreter itself needs.
package final class CoreClasses {
  package let basicObject: RubyModule
  package let object: RubyModule
  package let module: RubyModule
  package let classes: RubyModule
  package let kernel: RubyModule
  package let comparable: RubyModule
  package let enumerable: RubyModule
  package let nilClass: RubyModule
  package let trueClass: RubyModule
  package let falseClass: RubyModule
  package let numeric: RubyModule
  package let integer: RubyModule
  package let float: RubyModule
  package let string: RubyModule
  package let symbol: RubyModule
  package let array: RubyModule
  package let hash: RubyModule
  package let range: RubyModule
  package let regexp: RubyModule
  package let matchData: RubyModule
  package let procedure: RubyModule
  package let method: RubyModule
  package let exception: RubyModule

  init() {
    let none: RubyModule? = nil
    let basic = RubyModule(name: "BasicObject", isClass: true, superclass: none, module: nil)
    let object = RubyModule(name: "Object", isClass: true, superclass: basic, module: nil)
    let module = RubyModule(name: "Module", isClass: true, superclass: object, module: nil)
    let classes = RubyModule(name: "Class", isClass: true, superclass: module, module: nil)
    basicObject = basic
    self.object = object
    self.module = module
    self.classes = classes
    func plain(_ name: String, _ parent: RubyModule, _ kind: RubyModule.InstanceKind = .none) -> RubyModule {
      let result = RubyModule(name: name, isClass: true, superclass: parent, module: nil)
      result.kind = kind
      return result
    }
    func mixin(_ name: String) -> RubyModule {
      RubyModule(name: name, isClass: false, superclass: nil, module: module)
    }
    module.kind = .module
    classes.kind = .module
    kernel = mixin("Kernel")
    comparable = mixin("Comparable")
    enumerable = mixin("Enumerable")
    nilClass = plain("NilClass", object)
    trueClass = plain("TrueClass", object)
    falseClass = plain("FalseClass", object)
    numeric = plain("Numeric", object, .object)
    integer = plain("Integer", numeric)
    float = plain("Float", numeric)
    string = plain("String", object, .string)
    symbol = plain("Symbol", object)
    array = plain("Array", object, .array)
    hash = plain("Hash", object, .hash)
    range = plain("Range", object)
    regexp = plain("Regexp", object)
    matchData = plain("MatchData", object)
    procedure = plain("Proc", object)
    method = plain("Method", object)
    exception = plain("Exception", object, .exception)
  }

  var all: [RubyModule] {
    [
      basicObject, object, module, classes, kernel, comparable, enumerable, nilClass, trueClass, falseClass,
      numeric, integer, float, string, symbol, array, hash, range, regexp, matchData, procedure, method,
      exception,
    ]
  }

  /// Makes them constants, with their ancestors and singleton classes.
  func name(in run: RubyInterpreter) {
    for module in all {
      module.isCore = true
      if module.isClass { _ = run.singletonClass(of: module) }
      run.setConstant(module.name ?? "", .module(module), in: object)
    }
    object.included = [kernel]
    for module in [string, numeric] { module.included = [comparable] }
    for module in [array, hash, range] { module.included = [enumerable] }
    for (name, parent) in StandardExceptions.parents {
      guard case .module(let above)? = object.constants[run.symbol(parent)] else { continue }
      let made = run.makeClass(name, superclass: above, in: object)
      made.isCore = true
    }
  }
}
