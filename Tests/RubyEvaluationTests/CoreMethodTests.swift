import RubyEvaluation
import Testing

/// Methods that are written in Swift, called from Swift.
@Suite struct CoreMethodTests {
  private final class Nothing: RubyHost {}

  private let run = RubyInterpreter(host: Nothing())

  private func string(_ text: String) -> RubyValue { .string(RubyString(Array(text.utf8), at: nil)) }

  private func call(_ receiver: RubyValue, _ name: String, _ arguments: RubyValue...) -> RubyResult {
    run.attempt { () throws(Unwinding) in try run.call(receiver, run.symbol(name), arguments) }
  }

  @Test func `a method gets its receiver and arguments`() {
    guard case .value(.string(let joined)) = call(string("over"), "+", string("proof")) else {
      Issue.record("no string")
      return
    }
    #expect(joined.string == "overproof")
  }

  @Test func `a wrong argument raises what Ruby raises`() {
    guard case .failed(let failure) = call(string("a"), "+", .nil) else {
      Issue.record("no failure")
      return
    }
    #expect(failure.className == "TypeError")
    #expect(failure.message == "no implicit conversion of nil into String")
  }

  @Test func `a wrong number of arguments raises what Ruby raises`() {
    guard case .failed(let failure) = call(string("a"), "empty?", .nil) else {
      Issue.record("no failure")
      return
    }
    #expect(failure.message == "wrong number of arguments (given 1, expected 0)")
  }

  @Test func `an argument that cannot be told gives what cannot be told`() {
    let result = call(string("a"), "+", .unknown(RubyUnknown("it is a test", at: nil)))
    #expect(result.value?.doubt?.reason == "it is a test")
  }
}
