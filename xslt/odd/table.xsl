<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to the table that words diagnostics (JSON): what each element is, may hold and
     may carry. Classes are kept, so that a name that occurs in hundreds of models is written once. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns="http://www.w3.org/2005/xpath-functions" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:rule="https://siglum.example/ns/odd/rule"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="modules/codes.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>
  <xsl:mode name="message" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="table" as="element()">
      <map>
        <xsl:for-each-group select="r:schema/*[@name]" group-adjacent="local-name()">
          <map key="{map { 'data': 'types', 'class': 'classes', 'attributes': 'attribute-classes',
              'element': 'elements' }(current-grouping-key())}">
            <xsl:apply-templates select="current-group()"/>
          </map>
        </xsl:for-each-group>
        <array key="rules">
          <xsl:apply-templates select="r:schema/r:constraint//(sch:assert | sch:report)"/>
        </array>
      </map>
    </xsl:variable>
    <xsl:sequence select="xml-to-json($table, map { 'indent': true() }) || '&#10;'"/>
  </xsl:template>

  <xsl:template match="r:schema/r:data" as="element()">
    <string key="{@name}"><xsl:value-of select="@desc"/></string>
  </xsl:template>

  <xsl:template match="r:schema/r:class" as="element()">
    <array key="{@name}">
      <xsl:for-each select="*"><string><xsl:value-of select="@ref"/></string></xsl:for-each>
    </array>
  </xsl:template>

  <xsl:template match="r:attributes" as="element()">
    <map key="{@name}"><xsl:apply-templates select="descendant::r:attribute"/></map>
  </xsl:template>

  <xsl:template match="r:schema/r:element" as="element()">
    <map key="{@name}">
      <string key="desc"><xsl:value-of select="@desc"/></string>
      <string key="module"><xsl:value-of select="@module"/></string>
      <string key="content"><xsl:value-of select="r:content/(@kind[. != 'free'],
        if (descendant::r:text) then 'mixed' else 'elements')[1]"/></string>
      <string key="type"><xsl:value-of select="r:content/r:ref/@name"/></string>
      <array key="children">
        <xsl:for-each select="distinct-values(r:content//@ref)">
          <string><xsl:value-of select="."/></string>
        </xsl:for-each>
      </array>
      <array key="attribute-classes">
        <xsl:for-each select="r:group"><string><xsl:value-of select="@ref"/></string></xsl:for-each>
      </array>
      <map key="attributes"><xsl:apply-templates select="descendant::r:attribute"/></map>
    </map>
  </xsl:template>

  <xsl:template match="r:attribute" as="element()">
    <map key="{@name}">
      <string key="desc"><xsl:value-of select="@desc"/></string>
      <boolean key="required"><xsl:value-of select="@usage = 'req'"/></boolean>
      <boolean key="list"><xsl:value-of select="not(@max = '1')"/></boolean>
      <boolean key="open"><xsl:value-of select="@open"/></boolean>
      <string key="type"><xsl:value-of select="(r:ref | r:builtin)/@name"/></string>
      <map key="values">
        <xsl:for-each select="r:values/r:value | r:suggestion">
          <string key="{@ident}"><xsl:value-of select="@desc"/></string>
        </xsl:for-each>
      </map>
    </map>
  </xsl:template>

  <!-- A rule: all that is needed to run it. -->
  <xsl:template match="sch:assert | sch:report" as="element()">
    <xsl:variable name="constraint" as="element(r:constraint)" select="ancestor::r:constraint"/>
    <map>
      <string key="code"><xsl:value-of select="rule:code(.)"/></string>
      <string key="desc"><xsl:value-of select="$constraint/@desc"/></string>
      <string key="role"><xsl:value-of select="rule:role(.)"/></string>
      <string key="context">
        <xsl:value-of select="rule:one-line((parent::sch:rule, $constraint)[1]/@context)"/>
      </string>
      <string key="test"><xsl:value-of select="rule:one-line(@test)"/></string>
      <boolean key="report"><xsl:value-of select="exists(self::sch:report)"/></boolean>
      <array key="message"><xsl:apply-templates mode="message"/></array>
    </map>
  </xsl:template>

  <xsl:template mode="message" match="text()" as="element()">
    <string><xsl:value-of select="rule:one-line(.)"/></string>
  </xsl:template>
  <xsl:template mode="message" match="sch:value-of" as="element()">
    <map><string key="select"><xsl:value-of select="@select"/></string></map>
  </xsl:template>
  <xsl:template mode="message" match="sch:name" as="element()">
    <map><string key="name"><xsl:value-of select="(@path, '.')[1]"/></string></map>
  </xsl:template>
  <xsl:template mode="message" match="sch:emph | sch:span | sch:dir" as="element()*">
    <xsl:apply-templates mode="message"/>
  </xsl:template>
  <xsl:template mode="message" match="comment() | processing-instruction()" as="empty-sequence()"/>

</xsl:stylesheet>
