import Host

/// The scripts of `.ci`, which bring up what tests need.
package enum Script {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// Runs a script to its end and returns the last line that it prints.
  @discardableResult
  package static func run(_ name: String, _ arguments: [String], deadline: Double = 300) async throws
    -> String
  {
    let command = Command([Repository.root + "/.ci/" + name] + arguments, deadline: deadline)
    let output = try await command.output()
    guard output.termination.succeeded else {
      throw Failure(description: "\(name): \(String(decoding: output.error, as: UTF8.self))")
    }
    let text = String(decoding: output.output, as: UTF8.self)
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }
}
