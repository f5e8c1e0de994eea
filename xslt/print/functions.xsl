<?xml version="1.0" encoding="UTF-8"?>
<!-- Small questions asked of a TEI document by more than one module of the print sheet. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:p="https://siglum.example/ns/print"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all"
  expand-text="yes">

  <!-- the language in which a node is written: its own, or the nearest one above it -->
  <xsl:function name="p:language" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="stated" as="attribute()?"
      select="($node/ancestor-or-self::*/@xml:lang)[last()]"/>
    <xsl:sequence select="if (normalize-space($stated)) then normalize-space($stated) else 'en'"/>
  </xsl:function>

  <!-- the text of a node on one line; markup in it is of no interest -->
  <xsl:function name="p:plain" as="xs:string">
    <xsl:param name="nodes" as="item()*"/>
    <xsl:sequence select="normalize-space(string-join($nodes ! string(.)))"/>
  </xsl:function>

  <xsl:function name="p:title" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="titles" as="element(tei:title)*"
      select="$tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title"/>
    <xsl:sequence select="p:plain(($titles[@type = 'main'], $titles[not(@type = 'sub')])[1])"/>
  </xsl:function>

  <xsl:function name="p:subtitle" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:sequence select="p:plain(
      $tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'sub'][1])"/>
  </xsl:function>

  <!-- what a running head has room for: the short title, else the subtitle, else the title -->
  <xsl:function name="p:short-title" as="xs:string">
    <xsl:param name="tei" as="element(tei:TEI)"/>
    <xsl:variable name="short" as="xs:string" select="p:plain(
      $tei/tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'short'][1])"/>
    <xsl:sequence select="($short, p:subtitle($tei), p:title($tei))[. != ''][1]"/>
  </xsl:function>

  <!-- the register's id in a pointer such as ../register.xml#mao-zedong -->
  <xsl:function name="p:register-id" as="xs:string">
    <xsl:param name="ref" as="xs:string"/>
    <xsl:sequence select="substring-after(tokenize($ref)[1], '#')"/>
  </xsl:function>

</xsl:stylesheet>
