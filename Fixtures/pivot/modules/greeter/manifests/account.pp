# The account that the service runs as.
class greeter::account {
  group { 'greeter':
    ensure => present,
    system => true,
  }

  user { 'greeter':
    ensure     => present,
    system     => true,
    gid        => 'greeter',
    home       => '/nonexistent',
    managehome => false,
    shell      => '/usr/sbin/nologin',
  }
}
