import DataSyntax

extension NetworkAnswer {
  package var message: Message {
    switch self {
    case .page(let answer):
      Message(
        .members([
          ("status", .integer(answer.status)), ("headers", PageHeader.json(answer.headers)),
          ("cut", .bool(answer.isCut)), ("fault", answer.fault.map { .strings($0.texts) }),
        ]), body: answer.body)
    case .names(let names): Message(.members([("names", .strings(names))]))
    case .reached: Message(.members([("reached", .bool(true))]))
    case .failed(let failure):
      Message(
        .members([("failed", .strings(failure.texts))]))
    case .impossible(let reason): Message(.members([("impossible", .string(reason))]))
    }
  }

  /// Reads what `message` holds.
  package init?(message bytes: [UInt8]) {
    guard let (head, body) = Message.parts(of: bytes) else { return nil }
    if let status = head["status"]?.integer {
      self = .page(
        PageAnswer(
          status: status, headers: PageHeader.all(in: head["headers"]), body: body,
          isCut: head["cut"]?.bool ?? false, fault: NetworkFailure(head["fault"])))
    } else if let names = head["names"] {
      self = .names(names.texts)
    } else if let failure = NetworkFailure(head["failed"]) {
      self = .failed(failure)
    } else if let reason = head["impossible"]?.string {
      self = .impossible(reason)
    } else if head["reached"]?.bool == true {
      self = .reached
    } else {
      return nil
    }
  }
}

extension NetworkFailure {
  fileprivate var texts: [String] { [stage.rawValue, target, reason] + (page.map { [$0] } ?? []) }

  fileprivate init?(_ node: DataNode?) {
    guard let words = node?.texts, (3...4).contains(words.count), let stage = Stage(rawValue: words[0])
    else { return nil }
    self.init(stage, words[1], words[2], page: words.count > 3 ? words[3] : nil)
  }
}
