import Engine
import Host
import Packer
import Plan

/// Lets a program of the host work in the container of a build, by a local socket (see `AnsiblePlugin` for what is said).
struct ContainerDoor: Sendable {
  /// What one message holds at most, in bytes.
  private static let limit = 2 << 30

  let listener: LocalListener
  let work: ContainerWork

  /// Answers until the task is cancelled.
  func serve() async {
    await withDiscardingTaskGroup { group in
      while let connection = try? await listener.connection() {
        group.addTask { try? await answer(connection) }
      }
    }
  }

  private func answer(_ connection: LocalConnection) async throws {
    let question = try await fields(from: connection)
    var answer: [[UInt8]]
    do {
      answer = try await self.answer(to: question)
    } catch {
      answer = [Array("failed".utf8), Array(StepFailure.wrapping(error).message.utf8)]
    }
    var message = [UInt8(answer.count)]
    for field in answer { message += field.count.bigEndianBytes + field }
    try await connection.write(message)
  }

  private func answer(to question: [[UInt8]]) async throws -> [[UInt8]] {
    let texts = question.map { String(decoding: $0, as: UTF8.self) }
    switch (texts.first, question.count) {
    case ("run", 4):
      let outcome = try await work.outcome(
        of: texts[1], input: question[2], as: texts[3].isEmpty ? nil : texts[3])
      return [Array("ended".utf8), Array("\(outcome.code)".utf8), outcome.output, outcome.errors]
    case ("put", 3):
      try await work.upload(FileUpload(.file(RunText(texts[1])), to: RunText(texts[2]), mode: .kept))
    case ("fetch", 3): try await work.download(texts[1], to: texts[2])
    default: throw StepFailure("a question that is not understood: `\(texts.first ?? "")`")
    }
    return [Array("done".utf8)]
  }

  private func fields(from connection: LocalConnection) async throws -> [[UInt8]] {
    guard let count = try await connection.read(1).first else { throw StepFailure("nothing was asked") }
    var fields: [[UInt8]] = []
    for _ in 0..<count {
      let length = try await connection.read(8).reduce(0) { $0 << 8 | UInt64($1) }
      guard length <= UInt64(Self.limit) else { throw StepFailure("a message is too long") }
      fields.append(try await connection.read(Int(length)))
    }
    return fields
  }
}

extension Int {
  fileprivate var bigEndianBytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: self >> (56 - 8 * $0)) } }
}
