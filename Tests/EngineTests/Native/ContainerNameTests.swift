import Testing

@testable import Engine

@Suite struct ContainerNameTests {
  @Test func `names of one process differ and name their owner`() throws {
    let first = ContainerName.next()
    let second = ContainerName.next()
    #expect(first != second)
    #expect(first.owner == .own)
    #expect(first.owner.isRunning)
    #expect(ContainerName(first.description) == first)
  }

  @Test(arguments: [
    "", "ovenproof-", "ovenproof-1-2", "ovenproof-1-2-x", "other-1-2-3", "ovenproof-a-2-3",
    "ovenproof-1-2-3-4",
  ])
  func `what is no name is not read as one`(_ text: String) {
    #expect(ContainerName(text) == nil)
  }

  @Test func `a process that never was is not running`() {
    #expect(!ProcessIdentity(number: 1, start: 0xFFFF_FFFF).isRunning)
    #expect(ProcessIdentity(running: -5) == nil)
  }
}
