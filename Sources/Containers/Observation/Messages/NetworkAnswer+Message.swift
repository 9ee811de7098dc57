import DataSyntax

extension NetworkAnswer {
  package var message: Message {
    switch self {
    case .page(let answer):
      Message(
        .members([
          ("status", .integer(answer.status)), ("headers", PageHeader.json(answer.headers)),
          ("cut", .bool(answer.isCut)),
        ]), body: answer.body)
    case .names(let names): Message(.members([("names", .strings(names))]))
    case .reached: Message(.members([("reached", .bool(true))]))
    case .failed(let failure):
      Message(
        .members([("failed", .strings([failure.stage.rawValue, failure.target, failure.reason]))]))
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
          isCut: head["cut"]?.bool ?? false))
    } else if let names = head["names"] {
      self = .names(names.texts)
    } else if let words = head["failed"]?.texts, words.count == 3,
      let stage = NetworkFailure.Stage(rawValue: words[0])
    {
      self = .failed(NetworkFailure(stage, words[1], words[2]))
    } else if let reason = head["impossible"]?.string {
      self = .impossible(reason)
    } else if head["reached"]?.bool == true {
      self = .reached
    } else {
      return nil
    }
  }
}
