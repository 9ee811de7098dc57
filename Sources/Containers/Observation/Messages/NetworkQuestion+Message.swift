import DataSyntax

extension NetworkQuestion {
  package var message: Message {
    switch self {
    case .name(let question):
      Message(
        .members([
          ("kind", .string("name")), ("name", .string(question.name)),
          ("record", .string(question.record.rawValue)), ("server", question.server.map { .string($0) }),
          ("timeout", .string("\(question.timeout)")), ("tries", .integer(question.tries)),
        ]))
    case .address(let question):
      Message(
        .members([
          ("kind", .string("address")), ("network", .string(question.network.rawValue)),
          ("host", .string(question.host)), ("port", .integer(question.port)),
          ("version", question.version.map { .integer($0) }),
          ("local", question.localAddress.map { .string($0) }), ("timeout", .string("\(question.timeout)")),
        ]))
    case .page(let request):
      Message(
        .members([
          ("kind", .string("page")), ("address", .string(request.address.full)),
          ("method", .string(request.method)), ("headers", PageHeader.json(request.headers)),
          ("wants", .bool(request.wantsBody)), ("sought", .strings(request.soughtTexts)),
          ("follows", .bool(request.followsRedirects)),
          ("trusts", .bool(request.trustsAll)),
          ("authorities", request.authorities.map { .string($0) }),
          ("certificate", request.certificate.map { .string($0) }), ("key", request.key.map { .string($0) }),
          ("proxy", request.proxy.map { .string($0) }), ("timeout", .string("\(request.timeout)")),
        ]), body: request.body)
    }
  }

  /// Reads what `message` holds.
  package init?(message bytes: [UInt8]) {
    guard let (head, body) = Message.parts(of: bytes) else { return nil }
    switch head["kind"]?.string {
    case "name":
      guard let name = head["name"]?.string, let timeout = head["timeout"]?.double,
        let record = head["record"]?.string.flatMap(NameQuestion.Record.init(rawValue:))
      else { return nil }
      self = .name(
        NameQuestion(
          name: name, record: record, server: head["server"]?.string, timeout: timeout,
          tries: head["tries"]?.integer ?? 1))
    case "address":
      guard let network = head["network"]?.string.flatMap(AddressQuestion.Network.init(rawValue:)),
        let host = head["host"]?.string, let port = head["port"]?.integer,
        let timeout = head["timeout"]?.double
      else { return nil }
      self = .address(
        AddressQuestion(
          network: network, host: host, port: port, version: head["version"]?.integer, timeout: timeout,
          localAddress: head["local"]?.string))
    case "page":
      guard let request = PageRequest(head, body: body) else { return nil }
      self = .page(request)
    default: return nil
    }
  }
}

extension PageRequest {
  fileprivate init?(_ head: DataNode, body: [UInt8]) {
    guard let address = head["address"]?.string.flatMap(PageAddress.init),
      let method = head["method"]?.string,
      let timeout = head["timeout"]?.double
    else { return nil }
    self.init(address)
    self.method = method
    self.timeout = timeout
    self.body = body
    headers = PageHeader.all(in: head["headers"])
    wantsBody = head["wants"]?.bool ?? true
    soughtTexts = head["sought"]?.texts ?? []
    followsRedirects = head["follows"]?.bool ?? true
    trustsAll = head["trusts"]?.bool ?? false
    authorities = head["authorities"]?.string
    certificate = head["certificate"]?.string
    key = head["key"]?.string
    proxy = head["proxy"]?.string
  }
}

extension PageHeader {
  static func json(_ headers: [PageHeader]) -> JSONText {
    .array(headers.map { .strings([$0.name, $0.value]) })
  }

  static func all(in node: DataNode?) -> [PageHeader] {
    (node?.items ?? []).compactMap { pair in
      let texts = pair.texts
      return texts.count == 2 ? PageHeader(texts[0], texts[1]) : nil
    }
  }
}
