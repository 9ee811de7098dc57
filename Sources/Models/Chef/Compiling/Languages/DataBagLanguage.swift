import Host
import RubyEvaluation
import Source

/// `data_bag`, `data_bag_item` and `search` over the bags that the run is given.
struct DataBagLanguage {
  let compiler: RecipeCompiler

  func define(in table: CoreTable) {
    defineItems()
    defineResponses()
    table.define("data_bag", arity: 1) { (call) throws(Unwinding) in try list(call) }
    table.define("data_bag_item", arity: CoreArity(2, 3)) { (call) throws(Unwinding) in try item(call) }
    table.define("search", arity: .any) { (call) throws(Unwinding) in try search(call) }
    table.define("encrypted_data_bag_item", arity: .any) { call in
      call.unknown("what an encrypted item holds")
    }
    let encrypted = compiler.run.makeClass(
      "EncryptedDataBagItem", superclass: compiler.classes.dataBagItem, in: compiler.classes.chef)
    encrypted.isHosted = true
    let items = CoreTable(compiler.run, encrypted)
    items.defineOnItself("load", arity: CoreArity(2, 3)) { (call) throws(Unwinding) in
      let value = try item(call)
      // Chef decrypts whatever is there.
      if case .unknown = value { return value }
      return call.unknown("what an encrypted item holds")
    }
    items.defineOnItself("new", "load_secret", arity: .any, unknowns: .taken) { call in
      call.unknown("what an encrypted item holds")
    }
  }

  /// The methods of an item besides those of a hash.
  private func defineItems() {
    let classes = compiler.classes
    let table = CoreTable(compiler.run, classes.dataBagItem).hashes
    table.define("raw_data") { hash, _ in classes.attributes.plain(.hash(hash)) }
    table.define("to_hash", "to_h") { hash, call in
      guard hash.doubt == nil, case .hash(let whole) = classes.attributes.plain(.hash(hash)) else {
        return .hash(hash)
      }
      whole[call.make("chef_type")] = call.make("data_bag_item")
      whole[call.make("data_bag")] = call.unknown(Self.bagName)
      return .hash(whole)
    }
    table.define("id") { hash, call in hash[call.make("id")] ?? .nil }
    for name in ["data_bag", "data_bag="] {
      table.define(name, arity: .any, unknowns: .taken) { _, call in call.unknown(Self.bagName) }
    }
  }

  private static let bagName = "the name of the data bag"

  /// `e.response.code`: without a server a bag that is not there is as one that the server does not find.
  private func defineResponses() {
    let run = compiler.run
    guard let net = run.constant("Net", in: run.classes.object) else { return }
    let notFound = run.makeClass("HTTPNotFound", in: net)
    notFound.isPartial = true
    let table = CoreTable(run, notFound)
    table.define("code") { call in call.make("404") }
    table.define("message", "msg") { call in call.make("Not Found") }
    let errors = CoreTable(run, compiler.classes.serverError).payloads(RubyExceptionState.self)
    errors.define("response", "data") { state, call in
      guard state.detail is RaisedFault else { return call.unknown("what the server answers") }
      return .object(RubyObject(of: notFound))
    }
  }

  private var bags: DataBags { compiler.input.run.dataBags }

  private func list(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard let bag = compiler.spelling(of: call[0]) else { return call.unknown("which data bag is meant") }
    if let items = bags.items(of: bag, in: compiler.store.files) {
      return call.make(items.map { call.make($0) })
    }
    switch compiler.dataBagItem("", of: bag) {
    case .missingBag(let near): throw notFound(nil, in: bag, near, call)
    case .missingItem(let near): throw notFound(nil, in: bag, near, call)
    default: return call.unknown("the items of the data bag `\(bag)`")
    }
  }

  private func item(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard let bag = compiler.spelling(of: call[0]), let name = compiler.spelling(of: call[1]) else {
      return call.unknown("which item is meant")
    }
    switch compiler.dataBagItem(name, of: bag) {
    case .value(let value):
      if EncryptedItem.isEncrypted(value) { return try decrypted(name, of: bag, secret: call[2], call) }
      compiler.secrets.take(value)
      return compiler.dataBagItem(value)
    case .missingBag(let near): throw notFound(nil, in: bag, near, call)
    case .missingItem(let near): throw notFound(name, in: bag, near, call)
    case .refused(let fault):
      compiler.findings.add(fault.reached(by: [], call.run.certainty == .sure ? .sure : .maybe))
      return call.unknown("the item `\(name)`, which cannot be read")
    case .unknown(let reason): return call.unknown(reason.text)
    }
  }

  /// What an encrypted item holds; Chef raises where it has no key for it.
  private func decrypted(
    _ item: String, of bag: String, secret: RubyValue, _ call: CoreCall
  ) throws(Unwinding) -> RubyValue {
    guard secret.isNil, lacksSecret else { return call.unknown("what an encrypted item holds") }
    throw call.run.raise(
      "ArgumentError", "No secret specified and no secret found",
      RaisedFault(
        .raised(
          className: "ArgumentError",
          message: "item `\(item)` of data bag `\(bag)` is encrypted, and nothing gives the client its key"),
        in: .text(item, otherwise: 0),
        help: "name the file that holds the key as `encrypted_data_bag_secret_path`"),
      at: call.place)
  }

  /// Whether no key for encrypted items can be there. What an image of somebody's own holds cannot be told.
  private var lacksSecret: Bool {
    !compiler.input.run.setup.mayHaveSecret && !compiler.mayHaveSecret
      && compiler.input.facts.platform.name != nil
  }

  private func notFound(_ item: String?, in bag: String, _ near: String?, _ call: CoreCall) -> Unwinding {
    let fault = ChefFault.Kind.missingDataBagItem(item, bag: bag, near: near)
    return call.run.raise(
      compiler.classes.serverError, "404 \"Not Found\"",
      RaisedFault(fault, in: .text(item ?? bag, otherwise: 0)),
      at: call.place)
  }

  private func search(_ call: CoreCall) throws(Unwinding) -> RubyValue {
    guard let index = compiler.spelling(of: call[0]) else { return call.unknown("what is searched") }
    guard !["node", "role", "environment", "client"].contains(index) else {
      return call.unknown("what a search finds")
    }
    guard let items = bags.items(of: index, in: compiler.store.files) else {
      if case .missingBag(let near) = compiler.dataBagItem("", of: index) {
        throw notFound(nil, in: index, near, call)
      }
      return call.unknown("what a search finds")
    }
    let words = call.count > 1 ? compiler.spelling(of: call[1]) : "*:*"
    guard let query = words.flatMap({ SearchQuery($0) }), call.count <= 2, !call.hasKeywords else {
      return call.unknown("what a search finds")
    }
    var found: [RubyValue] = []
    for name in items {
      guard case .value(let value) = compiler.dataBagItem(name, of: index),
        let isFound = query.matches(value)
      else { return call.unknown("what a search finds") }
      guard isFound else { continue }
      compiler.secrets.take(value)
      found.append(compiler.dataBagItem(value))
    }
    guard call.block != nil else { return call.make(found) }
    for value in found { _ = try call.yield(value) }
    return .boolean(true)
  }
}
