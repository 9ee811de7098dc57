#!/bin/sh
# Installs Puppet where the base image has none.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get -q -y install --no-install-recommends puppet-agent
